package org.contractshop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.contractshop.launcher.Service;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the calls of a sequence, to the services or to their stubs. */
final class Side {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+ [a-z0-9]+)}");
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"next\"");

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Map<Service, URI> addresses;
  private final Map<String, String> headers;
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param headers of each request
   * @param tokens by the names of callers
   */
  Side(Map<Service, URI> addresses, Map<String, String> headers, Map<String, String> tokens) {
    this.addresses = addresses;
    this.headers = headers;
    tokens.forEach((caller, token) -> known.put("token " + caller, token));
  }

  /**
   * What came, with names in place of the ids, tokens and times of this side.
   *
   * @param number of the step
   */
  String response(int number, Step step) {
    HttpResponse<String> response = decided(step);
    learn(number, step, response);
    Map<String, String> shown = new TreeMap<>();
    for (String header : new String[] {"Content-Type", "WWW-Authenticate", "Allow"}) {
      response.headers().firstValue(header).ifPresent(value -> shown.put(header, value));
    }
    response.headers().firstValue("ETag").ifPresent(value -> shown.put("ETag", "…"));
    response
        .headers()
        .firstValue("Location")
        .ifPresent(value -> shown.put("Location", named(value)));
    response
        .headers()
        .firstValue("Link")
        .ifPresent(value -> shown.put("Link", value.replaceAll("after=[^&>]*", "after=…")));
    return response.statusCode() + " " + shown + " " + body(response.body());
  }

  /** What remains if it is asked again, as a service asks its callers to do when it is busy. */
  private HttpResponse<String> decided(Step step) {
    AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
    try {
      await()
          .atMost(LIMIT)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                last.set(send(step));
                return isDecided(last.get());
              });
    } catch (ConditionTimeoutException timeout) {
      // The last response is told.
    }
    return last.get();
  }

  private static boolean isDecided(HttpResponse<String> response) {
    return (response.statusCode() < 502 || response.statusCode() > 504)
        && !response.body().contains("key-in-progress");
  }

  private HttpResponse<String> send(Step step) throws IOException, InterruptedException {
    URI service =
        addresses.get(Service.valueOf(step.service().split("-")[0].toUpperCase(Locale.ROOT)));
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(filled(step.path())));
    step.headers().forEach((name, value) -> request.header(name, filled(value)));
    headers.forEach(request::header);
    if (!step.caller().isEmpty()) {
      request.header(
          "Authorization", "Bearer " + known.getOrDefault("token " + step.caller(), step.caller()));
    }
    String body = filled(step.body());
    request.method(
        step.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private void learn(int number, Step step, HttpResponse<String> response) {
    String location = response.headers().firstValue("Location").orElse("");
    Matcher created = Pattern.compile("/(product|order|user)s/(\\d+)").matcher(location);
    if (created.matches()) {
      known.put(created.group(1) + " " + number, created.group(2));
      names.putIfAbsent(created.group(1) + " " + created.group(2), created.group(1) + number);
    }
    Matcher link = LINK.matcher(response.headers().firstValue("Link").orElse(""));
    if (link.find()) {
      known.put("link " + number, response.uri().resolve(link.group(1)).toString());
    }
    response.headers().firstValue("ETag").ifPresent(tag -> known.put("tag " + number, tag));
    if (step.path().equals("/auth/login") && response.statusCode() == 200) {
      known.put("token " + number, JSON.readTree(response.body()).get("token").asString());
    }
  }

  private String filled(String template) {
    return NAME.matcher(template)
        .replaceAll(name -> Matcher.quoteReplacement(known.getOrDefault(name.group(1), "999999")));
  }

  private String body(String text) {
    if (text.isEmpty()) {
      return "";
    }
    Object json = JSON.readValue(text, Object.class);
    return named(
        JSON.writeValueAsString(json)
            .replaceAll("\"traceId\":\"[0-9a-f]+\",?", "")
            .replaceAll("\"token\":\"[^\"]*\"", "\"token\":\"…\"")
            .replaceAll("\"createdAt\":\"[0-9T:.-]+Z\"", "\"createdAt\":\"…\""));
  }

  /** Where an id stands tells of what it is. */
  private String named(String text) {
    String result = text;
    for (String kind : new String[] {"product", "order", "user"}) {
      Pattern id =
          Pattern.compile(
              switch (kind) {
                case "product" ->
                    "(?<=\"productId\":|[Pp]roduct |/products/|\"id\":)\\d+(?!\\d|,\"items|,\"name\":\"[^\"]*\",\"role)";
                case "order" -> "(?<=order |/orders/|\"id\":)\\d+(?!\\d|,\"name)";
                default ->
                    "(?<=\"userId\":|user |/users/|\"id\":)\\d+(?!\\d|,\"items|,\"name\":\"[^\"]*\",\"price)";
              });
      result =
          id.matcher(result)
              .replaceAll(found -> names.getOrDefault(kind + " " + found.group(), found.group()));
    }
    return result;
  }
}
