package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.base.TestService.header;
import static org.contractshop.base.TestService.send;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** What a service with the name and the spec of product-service, and nothing else, shows. */
class ApiDocsTest {
  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--shop.docs.overview-url=http://localhost:3000/");

  @ParameterizedTest
  @CsvSource({"/openapi.yaml,product-service.yaml", "/common.yaml,common.yaml"})
  void theSpecIsShownAsItWasWritten(String path, String file) throws IOException {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            new ClassPathResource("openapi/" + file).getContentAsString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.yaml,application/yaml",
    "/common.yaml,application/yaml",
    "/docs/,text/html",
    "/docs/docs.css,text/css",
    "/docs/docs.js,text/javascript",
    "/docs/favicon.svg,image/svg+xml",
    "/docs/swagger-ui.css,text/css",
    "/docs/swagger-ui-bundle.js,text/javascript",
    "/docs/swagger-ui-bundle.js.LICENSE.txt,text/plain"
  })
  void everyFileSaysWhatItIsAndIsAskedForAnewWithItsTag(String path, String type) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
    assertThat(header(answer, "Content-Type")).isEqualTo(type + ";charset=UTF-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.headers().map()).doesNotContainKeys("last-modified", "expires", "pragma");

    HttpResponse<String> again =
        send(request(path).header("If-None-Match", header(answer, "ETag")));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void differentFilesHaveDifferentTags() {
    assertThat(header(get("/openapi.yaml"), "ETag"))
        .isNotEqualTo(header(get("/common.yaml"), "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/", "/docs/docs.js", "/openapi.yaml"})
  void nothingMayComeFromElsewhereOrGoElsewhere(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("connect-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void theWordDocsAloneLeadsThereWhateverThePrefixOfAProxy() {
    HttpResponse<String> answer = get("/docs");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("docs/");
  }

  @Test
  void theSpecLinksThePageAboutAllServices() {
    assertThat(header(get("/openapi.yaml"), "Link"))
        .isEqualTo("<http://localhost:3000/>; rel=\"up\"");
  }

  @Test
  void aTokenIsNotEvenLookedAt() {
    assertThat(send(request("/docs/").header("Authorization", "Bearer garbage")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/", "/docs/docs.js", "/openapi.yaml"})
  void theHeadIsThatOfGetWithoutTheBody(String path) {
    HttpResponse<String> answer = send(request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.body()).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(get(path).statusCode());
    assertThat(header(answer, "ETag")).isEqualTo(header(get(path), "ETag"));
    assertThat(header(answer, "Content-Length")).isEqualTo(header(get(path), "Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/docs",
    "POST,/docs/",
    "PUT,/openapi.yaml",
    "DELETE,/common.yaml",
    "PATCH,/docs/docs.js"
  })
  void nothingCanBeDoneButReading(String method, String path) {
    HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.ofString("{}")));

    isProblem(answer, 405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/x",
        "/docs/docs",
        "/docs/index.html",
        "/docs/docs.js/",
        "/docs/docs.js/x",
        "/docs/%64ocs.js",
        "/docs/swagger-ui",
        "/Docs/",
        "/openapi.yaml/",
        "/openapi",
        "/openapi/product-service.yaml",
        "/user-service.yaml",
        "/api-docs/index.html",
        "/service-defaults.yaml",
        "/favicon.ico",
        "/webjars/swagger-ui/swagger-ui.css"
      })
  void nothingElseIsThere(String path) {
    isProblem(get(path), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/../service-defaults.yaml",
        "/docs/..%2fservice-defaults.yaml",
        "/docs/%2e%2e/service-defaults.yaml",
        "/docs/..;/service-defaults.yaml",
        "/docs//docs.js",
        "/docs/..\\service-defaults.yaml",
        "/docs/%5c..%5cservice-defaults.yaml"
      })
  void noPathLeadsOut(String path) {
    assertThat(RawCaller.send(service, "GET %s HTTP/1.1\r\n".formatted(path)))
        .matches("(?s)HTTP/1.1 40[04].*")
        .containsIgnoringCase("content-type: application/problem+json");
  }

  @Test
  void allOfItCanBeSwitchedOff() {
    try (ConfigurableApplicationContext without = TestService.start("--shop.docs.enabled=false")) {
      for (String path : new String[] {"/docs", "/docs/", "/docs/docs.js", "/openapi.yaml"}) {
        isProblem(send(TestService.request(without, path)), 404);
      }
    }
  }

  @Test
  void withoutAPageAboutAllServicesNoneIsLinked() {
    try (ConfigurableApplicationContext alone = TestService.start("--shop.docs.enabled=true")) {
      assertThat(header(send(TestService.request(alone, "/openapi.yaml")), "Link")).isEmpty();
    }
  }

  private static void isProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"urn:problem-type:", "\"error\":");
  }

  private static HttpResponse<String> get(String path) {
    return send(request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return TestService.request(service, path);
  }
}
