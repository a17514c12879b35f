package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CorsTest {
  private static final String PAGE = "https://shop.example";

  @Test
  void isClosed() {
    try (ConfigurableApplicationContext service = TestService.start("--shop.docs.enabled=false")) {
      assertThat(allowedOrigin(send(service, "GET", PAGE))).isEmpty();
      assertThat(allowedOrigin(send(service, "OPTIONS", PAGE))).isEmpty();
    }
  }

  @Test
  void canBeOpenedForAnOrigin() {
    try (ConfigurableApplicationContext service =
        TestService.start("--shop.cors-origins=https://other.example, " + PAGE)) {
      assertThat(allowedOrigin(send(service, "GET", PAGE))).isEqualTo(PAGE);
      HttpResponse<String> preflight = send(service, "OPTIONS", PAGE);
      assertThat(preflight.statusCode()).isEqualTo(200);
      assertThat(allowedOrigin(preflight)).isEqualTo(PAGE);
      assertThat(allowedOrigin(send(service, "OPTIONS", "https://evil.example"))).isEmpty();
    }
  }

  private static String allowedOrigin(HttpResponse<String> response) {
    return TestService.header(response, "Access-Control-Allow-Origin");
  }

  private static HttpResponse<String> send(
      ConfigurableApplicationContext service, String method, String origin) {
    HttpRequest.Builder request =
        TestService.request(service, "/livez")
            .header("Origin", origin)
            .method(method, BodyPublishers.noBody());
    if (method.equals("OPTIONS")) {
      request.header("Access-Control-Request-Method", "GET");
      request.header("Access-Control-Request-Headers", "authorization, idempotency-key");
    }
    return TestService.send(request);
  }
}
