package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forms of requests that no operation wants: each gets its 4xx, none a 5xx. */
class RequestFormsTest {
  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--shop.docs.enabled=false", Things.class);

  record Thing(@Nullable @Size(max = 3) String name) {}

  @RestController
  static class Things {
    @GetMapping(
        value = "/open",
        produces = {"application/json", "application/problem+json"})
    ResponseEntity<Thing> read(
        @RequestParam(value = "name", required = false) @Nullable String name) {
      return ResponseEntity.ok(new Thing(name));
    }

    @PostMapping(
        value = "/open",
        consumes = "application/json",
        produces = {"application/json", "application/problem+json"})
    ResponseEntity<Thing> write(
        @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
        @Valid @RequestBody Thing thing) {
      return ResponseEntity.ok(thing);
    }
  }

  @Test
  void aResponseIsSentWholeWithItsLength() {
    String response = get("/open?name=x", "");

    assertThat(response)
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("\r\ncontent-type: application/json\r\n")
        .containsIgnoringCase("\r\ncontent-length: 12\r\n")
        .doesNotContainIgnoringCase("transfer-encoding")
        .endsWith("\r\n\r\n{\"name\":\"x\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, 200",
    "application/*, 200",
    "application/json, 200",
    "'application/problem+json, application/json;q=0.1', 200",
    "application/problem+json, 406",
    "text/html, 406",
    "nonsense, 406"
  })
  void aSuccessIsNeverLabelledAsAProblem(String accept, int status) {
    String response = get("/open", "Accept: " + accept + "\r\n");

    assertThat(response).startsWith("HTTP/1.1 " + status);
    assertThat(response)
        .containsIgnoringCase(
            "content-type: application/" + (status == 200 ? "json" : "problem+json") + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=%zz",
        "name=%c",
        "=x",
        "name=a&=b",
        "%zz",
        "name=%",
        "name=%e4&=%u0020",
        "name=%ff"
      })
  void aMalformedQueryIsRefused(String query) {
    isProblem(get("/open?" + query, ""), 400, "invalid-request");
  }

  @Test
  void moreThanAThousandParametersAreRefused() {
    isProblem(get("/open?" + "a&".repeat(1_001), ""), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=a=b", "name=a&x=a=b", "name=%00", "name&&&"})
  void anOddQueryIsNoError(String query) {
    assertThat(get("/open?" + query, "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void aParameterThatIsGivenTwiceIsRefused() {
    isProblem(get("/open?name=a&name=a", ""), 400, "invalid-request");
  }

  @Test
  void aHeaderThatIsGivenTwiceIsRefused() {
    String twice = "Idempotency-Key: k\r\nIdempotency-Key: k\r\n";

    isProblem(post("application/json", twice, utf8("{\"name\":\"x\"}")), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "k\u0085", "\u0080k"})
  void aHeaderWithControlCharactersIsRefused(String key) {
    String header = "Idempotency-Key: " + key + "\r\n";

    isProblem(post("application/json", header, utf8("{\"name\":\"x\"}")), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "utf-32", "ISO-8859-1"})
  void aBodyInAnotherCharsetIsRefused(String charset) {
    byte[] body = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);

    isProblem(post("application/json;charset=" + charset, "", body), 415, "unsupported-media-type");
  }

  @Test
  void aBodyInUtf16WithoutACharsetIsNotJson() {
    byte[] body = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);

    isProblem(post("application/json", "", body), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json;charset=UTF-8"})
  void aBodyInUtf8IsRead(String mediaType) {
    assertThat(post(mediaType, "", utf8("{\"name\":\"ü\"}"))).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({"abc, 200", "\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11, 200", "abcd, 400"})
  void theLengthOfATextIsThatOfTheSpec(String name, int status) {
    assertThat(post("application/json", "", utf8("{\"name\":\"" + name + "\"}")))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "x"})
  void aCompressedBodyIsRefused(String encoding) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(utf8("{\"name\":\"x\"}"));
    }

    isProblem(
        post("application/json", "Content-Encoding: " + encoding + "\r\n", zipped.toByteArray()),
        415,
        "unsupported-media-type");
  }

  @Test
  void aRequestLineThatIsTooLongIsRefusedAsSuch() {
    isProblem(get("/open?name=" + "x".repeat(9_000), ""), 414, "uri-too-long");
  }

  @Test
  void headersThatAreTooLargeAreRefusedAsSuch() {
    isProblem(
        get("/open", "X-Large: " + "x".repeat(9_000) + "\r\n"), 431, "header-fields-too-large");
  }

  private static void isProblem(String response, int status, String type) {
    assertThat(response)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"type\":\"urn:problem-type:" + type + "\"", "\"error\":\"");
  }

  private static String get(String target, String headers) {
    return RawCaller.send(service, "GET " + target + " HTTP/1.1\r\n" + headers);
  }

  private static String post(String mediaType, String headers, byte[] body) {
    String head =
        "POST /open HTTP/1.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s"
            .formatted(mediaType, body.length, headers);
    return RawCaller.send(service, head, body);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
