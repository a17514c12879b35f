package org.contractshop.tools.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Schemas;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A caller of the old version of a service, which sends all that its spec allows and understands
 * all that its spec describes, talks to a played service of another version.
 */
final class WireTrial {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final PlayedService server;
  private final Service old;
  private final Service now;
  private final Set<String> broken = new TreeSet<>();

  /** What the caller has met: statuses, headers, fields and problem types. */
  private final Set<String> met = new TreeSet<>();

  private WireTrial(PlayedService server, Service old, Service now) {
    this.server = server;
    this.old = old;
    this.now = now;
  }

  /** What goes wrong when the old caller meets the new service; empty if nothing does. */
  static Set<String> breaks(PlayedService server, Service old, Service now)
      throws IOException, InterruptedException {
    WireTrial before = new WireTrial(server, old, old);
    server.play(old, now);
    before.run(now);
    if (!before.broken.isEmpty()) {
      throw new IllegalStateException("The caller breaks with its own version: " + before.broken);
    }
    WireTrial after = new WireTrial(server, old, now);
    server.play(now, old);
    after.run(now);
    before.met.removeAll(after.met);
    before.met.forEach(fact -> after.broken.add("never met any more: " + fact));
    return after.broken;
  }

  private void run(Service other) throws IOException, InterruptedException {
    for (Operation operation : old.operations()) {
      Operation same =
          other.operations().stream()
              .filter(it -> shape(it).equals(shape(operation)))
              .findFirst()
              .orElse(null);
      if (same == null || isTouched(operation, same)) {
        request(operation, same == null ? operation : same);
        respond(operation, same == null ? operation : same);
      }
    }
  }

  /** What a path calls its parameters is not part of a request. */
  private static String shape(Operation operation) {
    return operation.name().replaceAll("\\{[^}]*}", "{}");
  }

  private static boolean isTouched(Operation one, Operation other) {
    return !one.json().equals(other.json())
        || !one.pathItem()
            .get("parameters")
            .json()
            .equals(other.pathItem().get("parameters").json())
        || !one.security().json().equals(other.security().json())
        || !schemes(one).equals(schemes(other));
  }

  private static JsonNode schemes(Operation operation) {
    return operation.service().document().get("components").get("securitySchemes").json();
  }

  private void request(Operation operation, Operation same)
      throws IOException, InterruptedException {
    for (String credentials : credentials(operation)) {
      accepted(operation, Sample.of(operation), credentials);
    }
    String usual = credentials(operation).get(0);
    List<Sample> samples = new ArrayList<>(Boundaries.of(operation).values());
    samples.addAll(Boundaries.of(same).values());
    for (Sample sample : samples) {
      Exchange sent = exchange(sample);
      RequestViolations violations = RequestViolations.of(sent, operation);
      if (violations.broken().isEmpty()
          && violations.surplus().isEmpty()
          && ExchangeRules.operation(sent, old).filter(operation::equals).isPresent()) {
        accepted(operation, sample, usual);
      }
    }
  }

  private void accepted(Operation operation, Sample sample, String credentials)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(exchange(sample), credentials, "", "*/*");
    if (response.statusCode() != PlayedService.ACCEPTED) {
      broken.add(
          "%s refused with %d %s"
              .formatted(operation.name(), response.statusCode(), response.body()));
      return;
    }
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    JsonNode told = Json.read(response.body()).orElseThrow();
    operation.parameters().stream()
        .filter(parameter -> !sample.values().containsKey(parameter))
        .forEach(
            parameter -> {
              expected.set(parameter.name(), parameter.schema().path("default"));
              taken.set(parameter.name(), told.path(parameter.name()));
            });
    if (!Json.equal(expected, taken)) {
      broken.add("%s took the defaults %s, not %s".formatted(operation.name(), taken, expected));
    }
  }

  private static List<String> credentials(Operation operation) {
    List<String> roles = operation.roles().isEmpty() ? Extensions.KNOWN_ROLES : operation.roles();
    List<String> all = new ArrayList<>();
    for (SpecNode alternative : operation.security().children()) {
      String scheme = PlayedService.scheme(operation, alternative);
      roles.forEach(role -> all.add(scheme.isEmpty() ? "" : scheme + role));
    }
    return all.isEmpty() ? List.of("") : all;
  }

  private void respond(Operation operation, Operation same)
      throws IOException, InterruptedException {
    Operation current = now == old ? operation : same;
    Exchange request = exchange(Sample.of(operation));
    String usual = credentials(operation).get(0);
    for (int status :
        new TreeSet<>(
            Stream.concat(operation.statuses().stream(), current.statuses().stream()).toList())) {
      JsonNode content = operation.response(status).path("content");
      String accept = content.isEmpty() ? "*/*" : String.join(", ", content.propertyNames());
      for (int number = 0; ; number++) {
        HttpResponse<String> response = send(request, usual, status + " " + number, accept);
        boolean refused = response.headers().firstValue(PlayedService.REFUSED).isPresent();
        if (refused || response.statusCode() != status) {
          break; // refused above, or all played
        }
        judge(operation, current, response);
      }
    }
  }

  private void judge(Operation operation, Operation current, HttpResponse<String> response) {
    int status = response.statusCode();
    String name = operation.name() + " " + status;
    JsonNode declared = operation.response(status);
    if (declared.isMissingNode()) {
      if (status < 300 || status < 400 && status != 304) {
        broken.add(name + " is a success that the caller does not know");
      }
      return;
    }
    // Without a token there is nothing to refuse.
    if (current.isSecured() || !Set.of(401, 403).contains(status)) {
      met.add(name);
    }
    for (Map.Entry<String, JsonNode> header : Json.members(declared.path("headers"))) {
      JsonNode schema = header.getValue().path("schema");
      String text = response.headers().firstValue(header.getKey()).orElse(null);
      if (text != null) {
        met.add(name + " header " + header.getKey());
      }
      if (text == null
          ? header.getValue().path("required").asBoolean(false)
          : !Schemas.allows(Json.ofText(text, schema), schema)) {
        broken.add(name + " has not the header " + header.getKey() + ", but " + text);
      }
    }
    if (declared.path("content").isEmpty()) {
      return;
    }
    String mediaType = Exchange.mediaType(response.headers().firstValue("Content-Type").orElse(""));
    JsonNode schema = declared.path("content").path(mediaType).path("schema");
    JsonNode body = Json.read(response.body()).orElse(JsonNodeFactory.instance.missingNode());
    if (schema.isMissingNode() || body.isMissingNode()) {
      broken.add(name + " has the media type " + mediaType);
      return;
    }
    Schemas.problems(body, schema).forEach(problem -> broken.add(name + " body " + problem));
    JsonNode meant = current.response(status).path("content").path(mediaType).path("schema");
    read(name + " body", body, schema, meant);
  }

  /** Notes the fields; one that is absent must mean to the caller what it means to the service. */
  private void read(String place, JsonNode value, JsonNode schema, JsonNode meant) {
    for (Map.Entry<String, JsonNode> property : Json.members(schema.path("properties"))) {
      JsonNode other = meant.path("properties").path(property.getKey());
      String inside = place + "." + property.getKey();
      if (value.has(property.getKey())) {
        met.add(inside);
        read(inside, value.get(property.getKey()), property.getValue(), other);
      } else if (!property.getValue().path("default").equals(other.path("default"))) {
        broken.add(inside + " is absent and means another default");
      }
    }
    value
        .valueStream()
        .filter(element -> value.isArray())
        .forEach(element -> read(place + "[]", element, schema.path("items"), meant.path("items")));
    if (place.endsWith("body") && value.has("type") && value.has("error")) {
      met.add("problem type " + value.get("type").asString());
    }
  }

  private static Exchange exchange(Sample sample) {
    return new Exchange(
        sample.operation().method(),
        sample.target(),
        sample.headers(),
        sample.body(),
        0,
        Map.of(),
        "");
  }

  private HttpResponse<String> send(
      Exchange exchange, String credentials, String wanted, String accept)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.port() + exchange.target());
    Map<String, String> headers = new TreeMap<>(exchange.requestHeaders());
    headers.put("Accept", accept);
    headers.put("Authorization", credentials);
    headers.put(PlayedService.WANTED, wanted);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                exchange.method(),
                exchange.requestBody().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(exchange.requestBody()));
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty() || exchange.requestHeaders().containsKey(name)) {
            request.header(name, value);
          }
        });
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
