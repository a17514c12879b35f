package org.contractshop.tools.contract;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.spec.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares a response with the whole body of a contract. */
public final class WholeBody {
  /** Differs for each problem, so contracts do not include it; but every problem has one. */
  private static final String TRACE = "traceId";

  private static final String MATCHED = "matched";

  private WholeBody() {}

  /**
   * @throws AssertionError if the response differs from the contract, apart from what the contract
   *     leaves to its matchers
   */
  public static void check(Contract contract, Exchange exchange) {
    Set<String> left =
        StreamSupport.stream(contract.response().path("matchers").path("body").spliterator(), false)
            .map(matcher -> matcher.path("path").asString())
            .collect(Collectors.toCollection(HashSet::new));
    left.add("$." + TRACE);
    JsonNode wanted = without(left, "$", body(written(contract, exchange)));
    JsonNode answered = without(left, "$", body(exchange.responseBody()));
    if (exchange.status() >= 400 && wanted instanceof ObjectNode problem) {
      problem.put(TRACE, MATCHED);
    }
    if (!isSame(wanted, answered)) {
      throw new AssertionError(
          "The answer is not all that the contract %s says.\nThe contract: %s\nThe answer:   %s"
              .formatted(contract.name(), Json.write(wanted), Json.write(answered)));
    }
  }

  /** Equal, including how numbers are written: 59.00 is not 59. */
  private static boolean isSame(JsonNode wanted, JsonNode answered) {
    return wanted.equals(
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? one.asString().compareTo(other.asString())
                : one.equals(other) ? 0 : 1,
        answered);
  }

  private static String written(Contract contract, Exchange exchange) {
    return contract.response().has("body")
        ? Template.filled(Json.write(contract.response().get("body")), exchange.target())
        : "";
  }

  private static JsonNode body(String text) {
    return Json.read(text).orElse(JsonNodeFactory.instance.stringNode(text));
  }

  /** A copy in which all matched values are the same; their presence is still compared. */
  private static JsonNode without(Set<String> paths, String path, JsonNode node) {
    if (paths.contains(path)) {
      return JsonNodeFactory.instance.stringNode(MATCHED);
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> member : Json.members(node)) {
        String inside = path + "." + member.getKey();
        object.set(member.getKey(), without(paths, inside, member.getValue()));
      }
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int index = 0; index < node.size(); index++) {
        array.add(without(paths, path + "[" + index + "]", node.get(index)));
      }
      return array;
    }
    return node;
  }
}
