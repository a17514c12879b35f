package org.contractshop.tools.exchange;

import java.io.IOException;
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
import org.contractshop.tools.spec.Parameter;
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
  private final WireClient client;
  private final Service old;
  private final Service now;
  private final Set<String> broken = new TreeSet<>();
  private final ResponseReader reader = new ResponseReader(broken);

  private WireTrial(PlayedService server, Service old, Service now) {
    client = new WireClient(server.port());
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
    Set<String> missed = new TreeSet<>(before.reader.met());
    missed.removeAll(after.reader.met());
    missed.forEach(fact -> after.broken.add("never met any more: " + fact));
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
      } else {
        Operation current = now == old ? operation : same;
        current.statuses().forEach(status -> reader.meetTypes(current, status));
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
    for (String mediaType : operation.requestContent().propertyNames()) {
      acceptedAs(operation, mediaType);
    }
    if (input(operation).equals(input(same))) {
      return;
    }
    String usual = credentials(operation).get(0);
    List<Sample> samples = new ArrayList<>(Boundaries.of(operation).values());
    samples.addAll(Boundaries.of(same).values());
    for (Sample sample : samples) {
      Exchange sent = sample.exchange();
      RequestViolations violations = RequestViolations.of(sent, operation);
      if (violations.broken().isEmpty()
          && violations.surplus().isEmpty()
          && ExchangeRules.operation(sent, old).filter(operation::equals).isPresent()) {
        accepted(operation, sample, usual);
      }
    }
  }

  private static List<JsonNode> input(Operation operation) {
    List<JsonNode> input = new ArrayList<>();
    operation.parameters().forEach(parameter -> input.add(parameter.node().json()));
    input.add(operation.requestBody().json());
    return input;
  }

  private void accepted(Operation operation, Sample sample, String credentials)
      throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(sample.exchange(), credentials, "", "*/*");
    if (response.statusCode() != PlayedService.ACCEPTED) {
      broken.add(
          "%s refused with %d %s"
              .formatted(operation.name(), response.statusCode(), response.body()));
      return;
    }
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    JsonNode told = Json.read(response.body()).orElseThrow();
    for (Parameter parameter : operation.parameters()) {
      // By its name, as the sample may be one of the other version.
      String header = sample.headers().get(parameter.name());
      if (parameter.kind().equals("header") && header != null) {
        expected.put(parameter.name(), header);
      } else if (!sample.values().containsKey(parameter)) {
        expected.set(parameter.name(), parameter.schema().path("default"));
      } else {
        continue;
      }
      taken.set(parameter.name(), told.path(parameter.name()));
    }
    if (!Json.equal(expected, taken)) {
      broken.add(
          "%s took the headers and defaults %s, not %s"
              .formatted(operation.name(), taken, expected));
    }
  }

  private void acceptedAs(Operation operation, String mediaType)
      throws IOException, InterruptedException {
    Sample sample = Sample.of(operation);
    Map<String, String> headers = new TreeMap<>(sample.headers());
    headers.put("Content-Type", mediaType);
    JsonNode schema = operation.requestContent().path(mediaType).path("schema");
    String body = Json.write(Values.allowed(Sample.bodyExample(operation), schema));
    Exchange sent = Exchange.request(operation.method(), sample.target(), headers, body);
    HttpResponse<String> response = client.send(sent, credentials(operation).get(0), "", "*/*");
    if (response.statusCode() != PlayedService.ACCEPTED) {
      broken.add(
          "%s as %s refused with %d %s"
              .formatted(operation.name(), mediaType, response.statusCode(), response.body()));
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
    Exchange request = Sample.of(operation).exchange();
    String usual = credentials(operation).get(0);
    for (int status :
        new TreeSet<>(
            Stream.concat(operation.statuses().stream(), current.statuses().stream()).toList())) {
      JsonNode content = operation.response(status).path("content");
      String accept = content.isEmpty() ? "*/*" : String.join(", ", content.propertyNames());
      boolean touched = !operation.response(status).equals(same.response(status));
      for (int number = 0; touched || number == 0; number++) {
        HttpResponse<String> response = client.send(request, usual, status + " " + number, accept);
        boolean refused = response.headers().firstValue(PlayedService.REFUSED).isPresent();
        if (refused || response.statusCode() != status) {
          break; // refused above, or all played
        }
        reader.read(operation, current, same.isSecured(), response);
        reader.meetTypes(current, status);
      }
    }
  }
}
