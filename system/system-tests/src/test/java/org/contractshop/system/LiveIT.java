package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The page about the running shop, and the faults that can be switched on there. */
@UsesSharedShop
final class LiveIT {
  private static final List<String> FAULTS =
      List.of("slow-database", "lost-responses", "paused-product-service", "full-pool");
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
  void showsEachFaultAndThatAllHealsWithoutLoss(@TempDir Path profile) throws Exception {
    try (Browser browser = Browser.start(profile)) {
      browser.open(running.overview());
      for (String service : new String[] {"user-service", "product-service", "order-service"}) {
        browser.await(
            ExpectedConditions.textToBe(By.cssSelector("#" + service + " .state"), "ready"));
      }
      browser.one("#stock .verdict");
      assertThat(browser.all("#services polyline")).hasSize(6);

      browser.hadNoTrouble();

      for (String fault : FAULTS) {
        OrdersUnderFault orders = new OrdersUnderFault(shop, running.overview());
        curl("PUT", fault);
        browser.await(ExpectedConditions.elementToBeSelected(By.id(fault)));
        orders.meet(fault);
        if (fault.equals("lost-responses")) {
          browser.await(
              ExpectedConditions.textToBePresentInElementLocated(
                  By.id("errors"), "An order could not be placed"));
        }
        browser.photograph("live-" + fault);
        browser.click("#" + fault);
        orders.areSettledWithoutLoss();

        browser.click("#" + fault);
        await().until(() -> get("faults").body().contains(fault + "\ton"));
        orders.meet(fault);
        curl("DELETE", fault);
        browser.await(ExpectedConditions.elementSelectionStateToBe(By.id(fault), false));
        orders.areSettledWithoutLoss();
      }
      browser.await(ExpectedConditions.textToBe(By.id("pending"), "0"));
      browser.await(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#stock .bad"), 0));
      assertThat(browser.all("#stock .verdict"))
          .isNotEmpty()
          .allMatch(verdict -> verdict.getText().equals("holds"));
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
  void pagesFromElsewhereCannotUseIt() throws Exception {
    HttpRequest.Builder change =
        HttpRequest.newBuilder(running.overview().resolve("faults/full-pool"))
            .header("Origin", "https://elsewhere.example")
            .PUT(BodyPublishers.noBody());

    assertThat(send(change).statusCode()).isEqualTo(403);
    assertThat(get("faults").body()).contains("full-pool\toff");
    assertThat(fault("PUT", "no-such-fault").statusCode()).isEqualTo(404);
  }

  private void curl(String method, String fault) throws Exception {
    String uri = running.overview().resolve("faults/" + fault).toString();
    Finished curl = Finished.of(new ProcessBuilder("curl", "-sSfX", method, uri));
    assertThat(curl.exitCode()).as(curl.output()).isZero();
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
