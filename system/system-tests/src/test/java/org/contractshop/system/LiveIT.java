package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The page about the running shop, and the faults that can be switched on there. */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedShop.class)
final class LiveIT {
  private static final String KEYBOARD = "{\"items\": [{\"productId\": 1, \"quantity\": 1}]}";

  private final SharedShop.Running running;
  private final Shop shop;

  LiveIT(SharedShop.Running running) {
    this.running = running;
    this.shop = running.shop();
  }

  @BeforeEach
  void startedHere() {
    assumeTrue(running.overview() != null, "There is a page only about a shop started here");
  }

  @Test
  void showsAFaultAndThatAllHealsWithoutLoss(@TempDir Path profile) throws Exception {
    try (Browser browser = Browser.start(profile)) {
      browser.open(running.overview());
      for (String service : new String[] {"user-service", "product-service", "order-service"}) {
        browser.await(
            ExpectedConditions.textToBe(By.cssSelector("#" + service + " .state"), "ready"));
      }
      browser.one("#stock .verdict");
      assertThat(browser.all("#services polyline")).hasSize(6);
      Caller customer = shop.newCustomer();

      browser.click("#lost-responses");
      browser.await(ExpectedConditions.elementToBeSelected(By.id("lost-responses")));
      assertThat(customer.post(shop.orders().resolve("/orders"), KEYBOARD).status()).isIn(503, 504);
      browser.await(
          ExpectedConditions.textToBePresentInElementLocated(
              By.id("errors"), "An order could not be placed"));
      browser.photograph("live");

      browser.click("#lost-responses");
      customer.postUntilDecided(shop.orders().resolve("/orders"), KEYBOARD).expect(201);
      browser.await(ExpectedConditions.textToBe(By.id("pending"), "0"));
      assertThat(browser.all("#stock .verdict"))
          .isNotEmpty()
          .allMatch(verdict -> verdict.getText().equals("holds"));
      browser.hadNoTrouble();
    }
  }

  @Test
  void aLogLineOfAFailedOrderHasTheTraceOfItsCaller() throws Exception {
    String trace = UUID.randomUUID().toString().replace("-", "");
    String token = shop.newCustomer().token();
    fault("PUT", "lost-responses");
    HttpResponse<String> failed;
    try {
      failed =
          send(
              HttpRequest.newBuilder(shop.orders().resolve("/orders"))
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                  .POST(BodyPublishers.ofString(KEYBOARD)));
    } finally {
      fault("DELETE", "lost-responses");
    }

    assertThat(failed.body()).contains("\"traceId\":\"" + trace + "\"");
    assertThat(get("live/order-service/errors").body()).contains("[" + trace + "]");
  }

  @Test
  void aFullPoolIsRefusedInTimeAndHeals() throws Exception {
    Caller customer = shop.newCustomer();
    fault("PUT", "full-pool");
    try {
      Sent order = Sent.order(shop.orders(), customer.token(), 1, UUID.randomUUID().toString());
      assertThat(order.status()).isEqualTo(503);
      assertThat(order.header("Retry-After")).isNotNull();
    } finally {
      fault("DELETE", "full-pool");
    }

    customer.postUntilDecided(shop.orders().resolve("/orders"), KEYBOARD).expect(201);
  }

  @Test
  void pagesFromElsewhereCannotUseIt() throws Exception {
    HttpRequest.Builder change =
        HttpRequest.newBuilder(running.overview().resolve("faults/full-pool"))
            .header("Origin", "https://elsewhere.example")
            .PUT(BodyPublishers.noBody());

    assertThat(send(change).statusCode()).isEqualTo(403);
    assertThat(get("faults").body()).contains("full-pool\toff");
    assertThat(fault("PUT", "no-such-fault").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> fault(String method, String name) throws Exception {
    URI uri = running.overview().resolve("faults/" + name);
    return send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(running.overview().resolve(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
