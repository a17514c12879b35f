package org.contractshop.tools.junit;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractshop.tools.contract.Coverage;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.ExchangeRules;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.exchange.SentBody;
import org.contractshop.tools.spec.Service;

/** Compares the requests of tests and the responses of a service with the service's spec. */
public final class SpecExchanges {
  /** Endpoints of the framework for operators; not part of the API. */
  private static final String OPERATIONS = "/(livez|readyz|actuator(/.*)?)";

  private SpecExchanges() {}

  /**
   * @throws AssertionError if the request or its response does not fit the spec
   */
  public static void check(String service, HttpRequest request, HttpResponse<String> response) {
    check(Repository.service(service), exchange(request, response));
  }

  /** For a test of all services; a path belongs to one of them, except that of the health check. */
  public static void checkAny(HttpRequest request, HttpResponse<String> response) {
    Exchange exchange = exchange(request, response);
    Repository.services().stream()
        .filter(service -> !service.at(exchange.path()).isEmpty())
        .filter(
            service ->
                !exchange.path().equals("/health") || response.body().contains(service.name()))
        .findFirst()
        .ifPresent(service -> check(service, exchange));
  }

  static void check(Service spec, Exchange exchange) {
    if (exchange.path().matches(OPERATIONS)) {
      return;
    }
    List<String> faults = ExchangeRules.mismatchesOfSpoken(exchange, spec);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          faults.stream()
              .collect(
                  Collectors.joining(
                      "\n- ",
                      exchange + " differs from the spec:\n- ",
                      "\nThe request was:\n%s\nThe answer was:\n%s"
                          .formatted(shortened(exchange.requestBody()), exchange.responseBody()))));
    }
    ExchangeRules.operation(exchange, spec)
        .ifPresent(operation -> Coverage.saw(operation, exchange.status()));
  }

  private static Exchange exchange(HttpRequest request, HttpResponse<String> response) {
    URI uri = request.uri();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Exchange(
        request.method(),
        uri.getRawPath() + query,
        joined(request.headers()),
        request.bodyPublisher().map(SentBody::text).orElse(""),
        response.statusCode(),
        joined(response.headers()),
        response.body());
  }

  private static Map<String, String> joined(HttpHeaders headers) {
    Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.map().forEach((name, values) -> joined.put(name, String.join(", ", values)));
    return joined;
  }

  private static String shortened(String text) {
    return text.length() > 1000 ? text.substring(0, 1000) + "…" : text;
  }
}
