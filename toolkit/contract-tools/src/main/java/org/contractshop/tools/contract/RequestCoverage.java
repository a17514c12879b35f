package org.contractshop.tools.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the parts of a request whose effect no contract shows, so that nobody would notice if the
 * service ignored them. A contract shows the effect of a part if its response repeats the value, if
 * another contract that differs only in this part gets a different response, if a later contract
 * succeeds with the same value, or if it is a repetition that only its header identifies.
 */
final class RequestCoverage {
  /** The format of a value is checked before the service uses it. */
  private static final Set<Integer> REFUSALS_OF_FORM = Set.of(400, 406, 413, 415);

  private final List<Sent> own = new ArrayList<>();
  private final List<Sent> all;
  private final List<String> unseen = new ArrayList<>();

  private RequestCoverage(Operation operation, List<Sent> all) {
    this.all = all;
    all.stream()
        .filter(sent -> sent.file.contract().isOf(operation, operation.service()))
        .filter(sent -> !REFUSALS_OF_FORM.contains(sent.file.status()))
        .forEach(own::add);
  }

  /**
   * The values of a contract's request and response, by place.
   *
   * @param request such as {@code query limit}, {@code header accept}, {@code body
   *     items[].quantity}
   */
  private record Sent(
      ContractFile file,
      Map<String, List<JsonNode>> request,
      Map<String, List<JsonNode>> response) {
    static Sent of(ContractFile file) {
      Exchange exchange = file.contract().exchange();
      Map<String, List<JsonNode>> request = new TreeMap<>();
      collect("path", text(exchange.method() + exchange.path()), request);
      collect("state", text(file.contract().state()), request);
      exchange
          .query()
          .forEach(pair -> collect("query " + pair.name(), text(pair.value()), request));
      exchange
          .requestHeaders()
          .forEach((name, value) -> collect(header(name), text(value), request));
      collect("body ", file.requestBody(), request);
      Map<String, List<JsonNode>> response = new TreeMap<>();
      collect("", file.responseBody(), response);
      return new Sent(file, request, response);
    }

    private static JsonNode text(String value) {
      return JsonNodeFactory.instance.stringNode(value);
    }

    private static void collect(String place, JsonNode value, Map<String, List<JsonNode>> into) {
      if (value.isObject()) {
        String prefix = place.isEmpty() || place.endsWith(" ") ? place : place + ".";
        Json.members(value)
            .forEach(member -> collect(prefix + member.getKey(), member.getValue(), into));
      } else if (value.isArray()) {
        value.forEach(element -> collect(place + "[]", element, into));
      } else if (!value.isMissingNode()) {
        into.computeIfAbsent(place, key -> new ArrayList<>()).add(value);
      }
    }

    private boolean succeeds() {
      return file.status() < 400;
    }

    /** A field of the same name, wherever it is. */
    private static boolean repeats(
        String part, List<JsonNode> values, Map<String, List<JsonNode>> places) {
      String name = part.replaceFirst(".*[ .]", "");
      return places.entrySet().stream()
          .filter(place -> place.getKey().replaceFirst(".*[ .]", "").equals(name))
          .anyMatch(
              place ->
                  values.stream()
                      .allMatch(
                          value ->
                              place.getValue().stream().anyMatch(it -> Json.equal(it, value))));
    }

    private boolean differsOnlyIn(String part, Sent other) {
      Set<String> places = new HashSet<>(request.keySet());
      places.addAll(other.request.keySet());
      places.removeIf(
          place -> request.getOrDefault(place, List.of()).equals(other.request.get(place)));
      return places.equals(Set.of(part));
    }

    private boolean isAnsweredLike(Sent other) {
      return file.status() == other.file.status()
          && Json.equal(file.responseBody(), other.file.responseBody());
    }
  }

  private static String header(String name) {
    return "header " + name.toLowerCase(Locale.ROOT);
  }

  /**
   * @param producers all contracts of the operation's service
   */
  static List<String> unseen(Operation operation, List<ContractFile> producers) {
    RequestCoverage coverage =
        new RequestCoverage(operation, producers.stream().map(Sent::of).toList());
    for (Parameter parameter : operation.parameters()) {
      switch (parameter.kind()) {
        case "query" -> coverage.check("query " + parameter.name(), parameter.words());
        case "header" -> coverage.check(header(parameter.name()), parameter.words());
        default -> {
          // Without it, the path is a different one.
        }
      }
    }
    coverage.check(operation.requestContent().path("application/json").path("schema"), "");
    return coverage.unseen;
  }

  private void check(JsonNode schema, String path) {
    for (Map.Entry<String, JsonNode> property : Json.members(schema.path("properties"))) {
      check(
          property.getValue(), path.isEmpty() ? property.getKey() : path + "." + property.getKey());
    }
    if (schema.has("items")) {
      check(schema.get("items"), path + "[]");
    } else if (!schema.has("properties") && !path.isEmpty()) {
      check("body " + path, "the property " + path);
    }
  }

  private void check(String part, String words) {
    boolean seen =
        own.stream()
            .filter(sent -> sent.request.containsKey(part))
            .anyMatch(sent -> isSeen(part, sent));
    if (!seen) {
      unseen.add(words);
    }
  }

  private boolean isSeen(String part, Sent sent) {
    List<JsonNode> values = sent.request.getOrDefault(part, List.of());
    String name = sent.file.contract().name();
    boolean repeated = part.startsWith("header ") && sent.file.contract().after().contains(name);
    return sent.succeeds() && (repeated || Sent.repeats(part, values, sent.response))
        || own.stream()
            .anyMatch(other -> sent.differsOnlyIn(part, other) && !sent.isAnsweredLike(other))
        || all.stream()
            .filter(other -> other != sent && other.file.contract().after().contains(name))
            .anyMatch(other -> other.succeeds() && Sent.repeats(part, values, other.request));
  }
}
