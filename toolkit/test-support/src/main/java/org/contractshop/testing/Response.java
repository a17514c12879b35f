package org.contractshop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The response of the service, and how long the caller waited for it. */
public record Response(int status, HttpHeaders headers, String body, Duration took) {
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** A member of the object, or an empty text. */
  public String text(String member) {
    return json().path(member).asString("");
  }

  /** The values of a member of each element of an array. */
  public Stream<String> each(String member) {
    return json().valueStream().map(element -> element.get(member).asString());
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Every error of every kind has to look like this. */
  public void isProblem(int expectedStatus) {
    assertThat(status).as(body).isEqualTo(expectedStatus);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(text("type")).matches("urn:problem-type:[a-z0-9-]+");
    assertThat(text("title")).isNotBlank();
    assertThat(json().path("status").asInt(0)).isEqualTo(expectedStatus);
    assertThat(text("detail")).isNotBlank();
    assertThat(text("error")).isNotBlank();
    assertThat(body).doesNotContain("Exception", "org.", "java.", "<html", "SQL", "must match");
  }

  public void isProblem(int expectedStatus, String expectedError) {
    isProblem(expectedStatus);
    assertThat(text("error")).isEqualTo(expectedError);
  }

  /**
   * @param name what follows {@code urn:problem-type:}
   */
  public void isProblemOfType(int expectedStatus, String name) {
    isProblem(expectedStatus);
    assertThat(text("type")).isEqualTo("urn:problem-type:" + name);
  }

  public void isInvalidField(String field) {
    isProblem(400);
    assertThat(json().path("fields").findValuesAsString("field")).contains(field);
  }
}
