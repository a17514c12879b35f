package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Response(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  static Response of(HttpResponse<String> response) {
    return new Response(response.statusCode(), response.headers(), response.body());
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  String text(String member) {
    return json().path(member).asString("");
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Every error of every kind has to look like this. */
  void isProblem(int expectedStatus, String expectedError) {
    assertThat(status).as(body).isEqualTo(expectedStatus);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(text("type")).matches("urn:problem-type:[a-z0-9-]+");
    assertThat(text("title")).isNotBlank();
    assertThat(json().path("status").asInt(0)).isEqualTo(expectedStatus);
    assertThat(text("detail")).isNotBlank();
    assertThat(text("error")).isEqualTo(expectedError);
    assertThat(body).doesNotContain("Exception", "org.", "java.", "<html", "SQL", "must match");
  }

  void isInvalidField(String field) {
    isProblem(400, text("error"));
    assertThat(json().path("fields").findValuesAsString("field")).contains(field);
  }
}
