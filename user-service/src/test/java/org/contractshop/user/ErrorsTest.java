package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework refuses looks like what the service refuses. */
class ErrorsTest extends ServiceTest {
  /** Well-formed JSON of 70 KiB. */
  private static final byte[] LARGE =
      ("{\"email\": \"" + "x".repeat(70 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":                        | The body is not valid JSON",
        "{\"email\": \"a\", \"email\": \"b\"} | The body is not valid JSON",
        "hello                              | The body is not valid JSON",
        "{\"email\": \"a\", \"password\": \"b\"} {} | The body must be a JSON object",
        "[]                                 | The body must be a JSON object",
        "7                                  | The body must be a JSON object",
        "\"text\"                           | The body must be a JSON object",
        "''                                 | A JSON body is required",
        "null                               | A JSON body is required"
      })
  void nameWhatIsWrongWithABody(String body, String error) {
    http.post("/auth/login", body).isProblem(400, error);
  }

  @Test
  void comeForBytesThatAreNoText() {
    post(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xc3, '"', 0}))
        .isProblem(400, "The body is not valid JSON");
  }

  @Test
  void comeForJsonThatIsNestedTooDeeply() {
    http.post("/auth/login", "[".repeat(30_000)).isProblem(400, "The body must be a JSON object");
    http.post("/auth/login", "{\"x\": " + "[".repeat(30_000))
        .isProblem(400, "The body is not valid JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void comeForABodyOfAnotherMediaType(String mediaType) {
    http.send(
            http.request("/auth/login")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString("email=ada@example.com")))
        .isProblem(415, "Unsupported media type");
  }

  @Test
  void comeForABodyWithoutAMediaType() {
    http.send(http.request("/auth/login").POST(BodyPublishers.ofString("{}")))
        .isProblem(415, "Unsupported media type");
  }

  @Test
  void comeForAnotherMethodWithTheAllowedOnes() {
    Response response = http.send(http.request("/auth/login").DELETE());

    response.isProblem(405, "Method not allowed");
    assertThat(response.header("Allow")).isEqualTo("POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nowhere",
        "/health/",
        "/auth",
        "/auth/login/x",
        "/index.html",
        "/error",
        "/login",
        "/users",
        "/v3/api-docs",
        "/actuator",
        "/actuator/health",
        "/actuator/prometheus"
      })
  void comeForAnUnknownPath(String path) {
    http.get(path).isProblem(404, "Not found");
  }

  @Test
  void comeForAnUnknownPathWithABadTokenToo() {
    http.with("garbage").get("/nowhere").isProblem(404, "Not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/users/me"})
  void comeAsProblemsEvenIfTheCallerWantsXml(String path) {
    http.with(TestTokens.customer(People.ADA))
        .with("Accept", "text/xml")
        .get(path)
        .isProblem(406, "Not acceptable");
  }

  @Test
  void comeAsProblemsToACallerWhoWantsXmlAndHasNoToken() {
    http.with("Accept", "text/xml").get("/users/me").isProblem(401, "No token provided");
  }

  @Test
  void comeForABodyThatTurnsOutToBeTooLarge() {
    post(chunked(LARGE)).isProblem(413, "Payload too large");
  }

  @Test
  void doNotComeForAChunkedBodyThatIsSmall() {
    post(chunked("{}".getBytes(StandardCharsets.UTF_8))).isInvalidField("email");
  }

  @Test
  void neverShowWhatIsBehindTheService() {
    Response response = http.get("/health");

    assertThat(response.headers().map().keySet())
        .doesNotContain("server", "x-powered-by", "access-control-allow-origin", "set-cookie");
  }

  private Response post(BodyPublisher json) {
    return http.send(
        http.request("/auth/login").header("Content-Type", "application/json").POST(json));
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }
}
