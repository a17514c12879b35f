package org.contractshop.tools.junit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractshop.tools.exchange.Sample;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;

/** Turns requests from the examples of a spec into requests that no honest client sends. */
final class OddRequests {
  private static final Pattern JSON_VALUE =
      Pattern.compile("\"[^\"]*\"(?!\\s*:)|-?\\d+(\\.\\d+)?|true|false|null");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "1e400",
          "0e-20000",
          "1e-20000",
          "1E2147483648",
          "NaN",
          "null",
          "9007199254740993",
          "99999999999999999999",
          "0x10",
          "%",
          "%zz",
          "%00",
          "%ff",
          "%c3%28",
          "%f0%9f%98%80",
          "a=b",
          "a&b",
          "&&",
          "=",
          "%2f",
          "%2e%2e",
          "'",
          "\"",
          "$%7Bx%7D",
          "*",
          "\\",
          "%0d%0aX:%20y",
          "[]",
          "x".repeat(300),
          "%20".repeat(100),
          "%f0%9f%98%80".repeat(90));
  private static final List<String> QUERIES =
      List.of(
          "=x",
          "%zz",
          "x=a=b",
          "limit=1&x=a=b",
          "a&".repeat(1_001),
          "x=" + "y".repeat(7_000),
          "?",
          "a[]=1",
          "limit=",
          "limit=1&limit=2",
          "after=%00",
          "%ff=%ff",
          "+",
          ";");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Content-Encoding",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "Host",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "Origin",
          "Range",
          "Request-Timeout-Millis",
          "Upgrade",
          "X-Forwarded-For",
          "traceparent");
  private static final List<String> HEADER_VALUES =
      List.of(
          "",
          "*",
          "*/*",
          "x",
          "\u0085",
          "k\u0085",
          "\u00a0",
          "\u00ff",
          "\t",
          ",",
          ";",
          "\"",
          "\"k",
          "\"k\"",
          "a, b",
          "application/json",
          "application/json;charset=utf-16",
          "application/json;charset=nonsense",
          "application/problem+json",
          "text/html;q=x",
          "gzip",
          "identity",
          "bytes=0-1",
          "100-continue",
          "-1",
          "0",
          "1.5",
          "99999999999999999999",
          "Bearer",
          "Bearer ",
          "Bearer x y",
          "bearer .",
          "Bearer a.b.c",
          "Basic eDp5",
          "websocket",
          "h2c",
          "W/\"1\"",
          "Thu, 01 Jan 1970 00:00:00 GMT",
          "x".repeat(5_000),
          "\u00e9\u00df");
  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "0",
          "-0",
          "-1",
          "1.5",
          "0e-20000",
          "1e-20000",
          "1e400",
          "1E2147483648",
          "-1e999999",
          "9007199254740993",
          "1" + "0".repeat(999),
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u0085\"",
          "\"\ufeff\"",
          "\"\\uD83D\\uDE00\"",
          "\"" + "x".repeat(2_000) + "\"",
          "\"" + "\u00df".repeat(50) + "\"",
          "[[[[]]]]",
          "[".repeat(1_500),
          "{\"\":1}",
          "nul",
          "'x'",
          "01",
          "+1",
          ".5",
          "\"x",
          "//",
          "");

  private final Random random;
  private final String token;

  OddRequests(long seed, String token) {
    random = new Random(seed);
    this.token = token;
  }

  /** The next request, as bytes, after which the server closes the connection. */
  byte[] next(Operation operation) {
    Sample sample = Sample.of(operation);
    for (Parameter parameter : operation.parameters()) {
      if (chance(4)) {
        sample = sample.with(parameter, parameter.example());
      }
    }
    String target = target(sample);
    byte[] body = body(sample.body());
    List<String> headers = headers(sample, body.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(latin((method(operation) + " " + target + " HTTP/1.1\r\n")));
    headers.forEach(header -> request.writeBytes(latin(header + "\r\n")));
    request.writeBytes(latin("Connection: close\r\n\r\n"));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private String method(Operation operation) {
    return chance(40)
        ? pick(List.of("HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH"))
        : operation.method();
  }

  private String target(Sample sample) {
    String target = sample.target();
    if (sample.operation().path().contains("{") && chance(3)) {
      target = sample.operation().path().replaceFirst("\\{[^}]*}", quoted(pick(VALUES)));
    }
    for (Parameter parameter : sample.operation().parameters("query")) {
      if (chance(4)) {
        target += separator(target) + parameter.name() + "=" + pick(VALUES);
      }
    }
    return chance(5) ? target + separator(target) + pick(QUERIES) : target;
  }

  private static String separator(String target) {
    return target.contains("?") ? "&" : "?";
  }

  private List<String> headers(Sample sample, int length) {
    List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    for (Map.Entry<String, String> header : sample.headers().entrySet()) {
      headers.add(header.getKey() + ": " + header.getValue());
    }
    if (sample.operation().isSecured() && !chance(30)) {
      headers.add("Authorization: Bearer " + token);
    }
    if (length > 0) {
      headers.add("Content-Length: " + length);
    }
    for (Parameter parameter : sample.operation().parameters("header")) {
      if (chance(5)) {
        headers.add(parameter.name() + ": " + pick(HEADER_VALUES));
      }
    }
    if (chance(3)) {
      headers.add(pick(HEADERS) + ": " + pick(HEADER_VALUES));
    }
    return headers;
  }

  private byte[] body(String example) {
    String body = example;
    List<MatchResult> values = JSON_VALUE.matcher(body).results().toList();
    if (!values.isEmpty() && chance(2)) {
      MatchResult value = pick(values);
      body = body.substring(0, value.start()) + pick(JSON) + body.substring(value.end());
    }
    if (!body.isEmpty() && chance(10)) {
      body = body.substring(0, random.nextInt(body.length()));
    }
    if (chance(20)) {
      body = pick(JSON);
    }
    Charset charset =
        chance(30)
            ? pick(List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1))
            : StandardCharsets.UTF_8;
    byte[] bytes = body.getBytes(charset);
    if (bytes.length > 0 && chance(10)) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
