package org.contractshop.tools.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.ExchangeRules;
import org.contractshop.tools.exchange.ResponseViolations;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;

/** Requests that differ from a contract's successful request only in something the spec refuses. */
final class AlmostGranted {
  private static final int LARGEST_BODY = 65_536;

  private final ServedStubs stubs;
  private final Service spec;
  private final Exchange granted;
  private final Operation operation;

  AlmostGranted(ServedStubs stubs, Service spec, Exchange granted) {
    this.stubs = stubs;
    this.spec = spec;
    this.granted = granted;
    this.operation = ExchangeRules.operation(granted, spec).orElseThrow();
  }

  /**
   * @throws AssertionError if one of them succeeds too
   */
  void isRefused() throws IOException, InterruptedException {
    refused("Accept", "text/xml", 406);
    if (operation.isSecured()) {
      refused("Authorization", "", 401);
      refused("Authorization", "Basic YTpi", 401);
      refused("Authorization", "Bearer expired-token", 401);
    }
    for (Parameter header : operation.parameters("header")) {
      refused(header.name(), "x".repeat(1000), 400);
    }
    for (Parameter query : operation.parameters("query")) {
      Exchange twice = granted.and(query.name(), query.example()).and(query.name(), "1");
      refused(stubs.send(twice), 400);
    }
    if (operation.needsBody()) {
      bodyIsRefused();
    }
  }

  private void bodyIsRefused() throws IOException, InterruptedException {
    String json = granted.requestBody();
    refused("Content-Type", "text/plain", 415);
    for (String broken : brokenVersionsOf(json)) {
      refused(withBody(broken), 400);
    }
    refused(withBody(json + " ".repeat(LARGEST_BODY)), 413);
    // No schema covers it, so any refusal will do.
    String firstFieldTwice = json.replaceFirst("^\\{(\"[^\"]+\":)", "{$1null,$1");
    assertThat(withBody(firstFieldTwice).status()).isGreaterThanOrEqualTo(400);
  }

  /** Variations that lenient parsers would treat as the same. */
  private static List<String> brokenVersionsOf(String json) {
    return Stream.of(
            json + " garbage",
            json + "}",
            json + json,
            "/* comment */" + json,
            json.replace('"', '\''),
            json.replaceFirst("}$", ",}"),
            json.replaceFirst("\\{", ""),
            json.replaceFirst("([0-9])([,}\\]])", "$1.0$2"))
        .filter(other -> !other.equals(json)) // there may be no number
        .toList();
  }

  /**
   * @param value empty to leave the header out
   */
  private void refused(String header, String value, int status)
      throws IOException, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(granted.requestHeaders());
    headers.remove(header);
    if (!value.isEmpty()) {
      headers.put(header, value);
    }
    refused(send(headers, granted.requestBody()), status);
  }

  private Exchange withBody(String body) throws IOException, InterruptedException {
    return send(granted.requestHeaders(), body);
  }

  private Exchange send(Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    return stubs.send(Exchange.request(granted.method(), granted.target(), headers, body));
  }

  private void refused(Exchange answered, int status) {
    assertRefused(answered, status, spec);
  }

  static void assertRefused(Exchange answered, int status, Service spec) {
    assertThat(answered.status())
        .as(answered + " with " + answered.requestHeaders() + " " + answered.requestBody())
        .isEqualTo(status);
    assertThat(ResponseViolations.ofProblem(answered, spec.problem())).isEmpty();
  }
}
