package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.system.DocsPage.Response;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import tools.jackson.databind.JsonNode;

/** The docs of the running services, in a browser. */
@UsesSharedShop
final class DocsIT {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private static Browser browser;
  private final SharedShop.Running running;
  private final Shop shop;

  DocsIT(SharedShop.Running running) {
    this.running = running;
    this.shop = running.shop();
  }

  @BeforeAll
  static void startBrowser(@TempDir Path profile) {
    browser = Browser.start(profile);
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasFetchedFromElsewhereAndNothingFailed() {
    browser.hadNoTrouble();
  }

  @ParameterizedTest
  @EnumSource
  void showEveryOperationOfTheSpecWithItsDetails(Service service) throws IOException {
    Path specs = Settings.onFreePorts(Path.of("")).repository().resolve("api-specs");
    JsonNode spec = Json.of(SpecFiles.read(specs).service(service.toString()).document());

    DocsPage page = DocsPage.open(browser, shop.url(service));
    browser.photograph(service.toString());

    assertThat(page.operations()).isEqualTo(operations(spec));
    assertThat(browser.title()).isEqualTo(spec.at("/info/title").asString());
    page.openAll();
    assertThat(browser.all(".errors-wrapper")).isEmpty();
    String icon = browser.all("link[rel=icon]").get(0).getDomProperty("href");
    assertThat(get(icon).statusCode()).isEqualTo(200);
  }

  @Test
  void letAPersonLogInByTryingItOut() throws IOException {
    String email = Shop.newEmail();
    DocsPage page = DocsPage.open(browser, shop.users());

    Response registered =
        page.execute(
            "registerUser",
            """
            {"name": "Ada Lovelace", "email": "%s", "password": "Pass1234!"}
            """
                .formatted(email));
    assertThat(registered.status()).isEqualTo(201);
    Response login =
        page.execute(
            "logIn",
            """
            {"email": "%s", "password": "Pass1234!"}
            """
                .formatted(email));
    assertThat(login.status()).isEqualTo(200);
    browser.click("#copy");
    browser.await(ExpectedConditions.textToBe(By.id("copy"), "Copied"));

    Response profile = page.execute("getCurrentUser");
    assertThat(profile.status()).isEqualTo(200);
    assertThat(profile.body()).isEqualTo(registered.body());

    page = DocsPage.open(browser, shop.users());
    browser.one("#logged-in");
    assertThat(page.execute("getCurrentUser").body()).isEqualTo(registered.body());
    browser.photograph("logged-in");

    DocsPage orders = DocsPage.open(browser, shop.orders());
    orders.authorize(login.body().get("token").asString());
    Response placed = orders.execute("placeOrder");
    assertThat(placed.status()).isEqualTo(201);
    Response listed = orders.execute("listOrders");
    // No example fills the optional fields.
    assertThat(listed.url()).isEqualTo(shop.orders().resolve("/orders"));
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.body()).containsExactly(placed.body());
    browser.photograph("orders");
  }

  @Test
  void ofTheStubsWorkAlike() throws IOException {
    try (StubServerProcess server = StubServerProcess.start()) {
      Shop stubs = server.shop();
      Response login = DocsPage.open(browser, stubs.users()).execute("logIn");
      assertThat(login.status()).isEqualTo(200);

      DocsPage orders = DocsPage.open(browser, stubs.orders());
      assertThat(orders.operations()).contains("POST /orders", "POST /orders/{id}/cancellation");
      orders.authorize(login.body().get("token").asString());
      assertThat(orders.execute("placeOrder").status()).isEqualTo(201);

      assertThat(DocsPage.open(browser, stubs.products()).execute("listProducts").body())
          .isNotEmpty();
      browser.open(server.overview());
      browser.photograph("stubs");
      browser.click("a[href='product-service']");
      browser.one("table");
    }
  }

  @Test
  void areLinkedByOnePageAndLinkIt() throws IOException {
    assumeTrue(running.overview() != null, "a shop that was started here");
    browser.open(running.overview());
    List<String> links =
        browser.all("a").stream().map(link -> link.getDomProperty("href")).toList();
    browser.photograph("overview");

    for (Service service : Service.values()) {
      assertThat(links).contains(shop.url(service) + "/docs", shop.url(service) + "/openapi.yaml");
      DocsPage.open(browser, shop.url(service));
      assertThat(browser.one("#overview").getDomProperty("href"))
          .isEqualTo(running.overview().toString());
    }
    for (String link : links) {
      assertThat(get(link).statusCode()).as(link).isEqualTo(200);
      String operation = link.replaceFirst(".*[#/]", "");
      if (link.contains("#")) {
        browser.open(URI.create("about:blank")).open(URI.create(link));
        browser.one(".opblock.is-open[id$='-" + operation + "']");
      }
    }
  }

  private static Set<String> operations(JsonNode spec) {
    return spec.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .map(method -> method.toUpperCase() + " " + path.getKey()))
        .collect(Collectors.toSet());
  }

  private static HttpResponse<Void> get(String url) throws IOException {
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new AssertionError(exception);
    }
  }
}
