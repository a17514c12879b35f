package org.contractshop.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubServerTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @AutoClose private static StubServer stubs;

  @BeforeAll
  static void start() throws IOException {
    stubs = new StubServer(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-service", "product-service", "order-service"})
  void each_service_answers_beside_the_docs_of_its_spec(String service) throws Exception {
    String url = stubs.service(service).url();
    assertThat(get(url + "/health").body()).contains(service);
    assertThat(get(url + "/openapi.yaml").body())
        .isEqualTo(Resources.text("openapi/" + service + ".yaml"));
    assertThat(get(url + "/common.yaml").statusCode()).isEqualTo(200);
    assertThat(get(url + "/docs").headers().firstValue("Location")).contains("docs/");
    assertThat(get(url + "/docs/").body()).contains("swagger-ui-bundle.js");
    assertThat(get(url + "/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    assertThat(get(url + "/docs/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void an_answer_has_the_parts_of_its_request() throws Exception {
    String id = "3f1c2b9a-5a0e-4c57-9b1d-2a4c1f0e8d11";
    HttpResponse<String> reserved =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        stubs.service("product-service").url() + "/stock-reservations/" + id))
                .header("Authorization", "Bearer service-token")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"lines\":[{\"productId\":1,\"quantity\":2}]}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(reserved.statusCode()).isEqualTo(201);
    assertThat(reserved.body()).contains(id);
  }

  @Test
  void the_overview_links_the_services_and_tells_what_they_know() throws Exception {
    String page = get(stubs.overviewUrl()).body();
    for (StubbedService service : StubbedService.ALL) {
      String url = stubs.service(service.name()).url();
      assertThat(page).contains(url + "/docs/", url + "/openapi.yaml", service.name());
      assertThat(get(stubs.overviewUrl() + service.name()).body())
          .contains("<table>", "says that it is up");
      assertThat(stubs.greeting()).contains(url);
    }
    assertThat(get(stubs.overviewUrl() + "docs.css").statusCode()).isEqualTo(200);
    assertThat(get(stubs.overviewUrl() + "nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void a_port_that_is_taken_is_said_in_plain_words() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> new StubServer(taken.getLocalPort() - 1))
          .isInstanceOf(StubsUnavailableException.class)
          .hasMessageContaining("user-service cannot have port " + taken.getLocalPort())
          .hasMessageContaining("STUBS_PORT");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00", "-1", "65533", "4000 ", "99999"})
  void a_port_that_is_none_is_refused(String variable) {
    assertThatThrownBy(() -> StubServer.port(variable)).hasMessageContaining("STUBS_PORT");
  }

  @Test
  void the_ports_are_fixed_unless_one_says_otherwise() {
    assertThat(StubServer.port(null)).isEqualTo(4000);
    assertThat(StubServer.port("5000")).isEqualTo(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-service", "product-service", "order-service"})
  void probes_are_answered_and_the_administration_is_closed(String service) throws Exception {
    String url = stubs.service(service).url();
    assertThat(get(url + "/livez").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get(url + "/readyz").statusCode()).isEqualTo(200);
    for (String path :
        new String[] {"/__admin/mappings", "/__admin/requests", "/__admin/settings"}) {
      assertThat(get(url + path).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void web_pages_of_another_origin_may_call_only_where_they_are_allowed_to() throws Exception {
    String closed = stubs.service("product-service").url() + "/products";
    assertThat(get(closed).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

    String origin = "http://localhost:5173";
    try (StubServer open = new StubServer(0, Optional.of(origin))) {
      String url = open.service("product-service").url() + "/products";
      HttpRequest preflight =
          HttpRequest.newBuilder(URI.create(url))
              .header("Origin", origin)
              .header("Access-Control-Request-Method", "POST")
              .method("OPTIONS", BodyPublishers.noBody())
              .build();
      HttpResponse<String> allowed = HTTP.send(preflight, BodyHandlers.ofString());
      assertThat(allowed.statusCode()).isEqualTo(204);
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
          .contains("Authorization");
      assertThat(get(url).headers().allValues("Access-Control-Allow-Origin"))
          .containsExactly(origin);
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }
}
