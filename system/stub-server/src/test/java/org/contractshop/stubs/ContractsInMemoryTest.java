package org.contractshop.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** With their memory, the stubs still answer in a new session what the contracts say. */
class ContractsInMemoryTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @AutoClose private static StubServer stubs;

  @BeforeAll
  static void start() throws Exception {
    stubs = new StubServer(0);
  }

  @TestFactory
  Stream<DynamicTest> a_contract_holds_in_a_new_session() {
    return StubbedService.ALL.stream()
        .map(StubbedService::name)
        .flatMap(
            service ->
                stubs.source(service).mappings().stream()
                    .filter(mapping -> isContract(mapping))
                    .map(
                        mapping ->
                            DynamicTest.dynamicTest(
                                service + " " + mapping.get("name").asString(),
                                () -> holds(service, mapping))));
  }

  private static boolean isContract(JsonNode mapping) {
    String name = mapping.path("name").asString("spec/");
    return !name.startsWith("spec/") && !mapping.get("response").has("fault");
  }

  private void holds(String service, JsonNode mapping) throws Exception {
    HttpResponse<String> answer = HTTP.send(request(service, mapping), BodyHandlers.ofString());
    JsonNode expected = mapping.get("response");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.get("status").asInt());
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .isEqualTo(expected.path("headers").path("Location").asString(""));
    String body = expected.path("body").asString("");
    if (!body.isEmpty() && !body.contains("{{{") && !body.contains("\"token\"")) {
      assertThat(timeless(answer.body())).isEqualTo(timeless(body));
    }
  }

  private static HttpRequest request(String service, JsonNode mapping) {
    JsonNode expected = mapping.get("request");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stubs.url(service) + target(expected)))
            .header("Stub-Session", UUID.randomUUID().toString());
    for (Map.Entry<String, JsonNode> header : expected.path("headers").properties()) {
      if (header.getValue().has("equalTo")) {
        request.header(header.getKey(), header.getValue().get("equalTo").asString());
      } else if (header.getKey().equals("Authorization") && header.getValue().has("matches")) {
        request.header("Authorization", "Bearer " + token(service, expected));
      } else if (header.getKey().equals("If-None-Match") && header.getValue().has("matches")) {
        request.header("If-None-Match", "*");
      } else if (header.getKey().equals("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
    }
    String body = expected.at("/bodyPatterns/0/equalToJson").asString("");
    return request
        .method(
            expected.get("method").asString(),
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  /** Of those who may, where the contract takes any token. */
  private static String token(String service, JsonNode request) {
    boolean user =
        service.equals("order-service") || request.path("urlPath").asString("").endsWith("/me");
    return user ? "user-7-token" : "admin-token";
  }

  private static String target(JsonNode request) {
    String path =
        request
            .path("urlPath")
            .asString(request.path("url").asString("/stock-reservations/" + UUID.randomUUID()));
    String query =
        request.path("queryParameters").properties().stream()
            .filter(parameter -> parameter.getValue().has("equalTo"))
            .map(
                parameter ->
                    parameter.getKey()
                        + "="
                        + URLEncoder.encode(
                            parameter.getValue().get("equalTo").asString(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static JsonNode timeless(String body) {
    JsonNode json = JsonMapper.shared().readTree(body);
    if (json instanceof ObjectNode object) {
      object.remove("createdAt");
    }
    return json;
  }
}
