package org.contractshop.tools.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import tools.jackson.databind.JsonNode;

/**
 * Which parts of a request no contract sends, so that nobody would notice if the service dropped
 * them.
 */
final class RequestCoverage {
  private final Operation operation;
  private final List<ContractFile> successes;
  private final List<String> unsent = new ArrayList<>();

  private RequestCoverage(Operation operation, List<ContractFile> successes) {
    this.operation = operation;
    this.successes = successes;
  }

  /**
   * @param contracts those of the operation
   */
  static List<String> unsent(Operation operation, List<ContractFile> contracts) {
    RequestCoverage coverage =
        new RequestCoverage(
            operation, contracts.stream().filter(contract -> contract.status() < 400).toList());
    coverage.parameters("query", "queryParameters");
    coverage.parameters("header", "headers");
    coverage.properties(
        operation.requestContent().path("application/json").path("schema"),
        coverage.successes.stream().map(ContractFile::requestBody).toList(),
        "");
    return coverage.unsent;
  }

  private void parameters(String kind, String key) {
    for (Parameter parameter : operation.parameters(kind)) {
      boolean sent =
          successes.stream()
              .anyMatch(
                  success ->
                      success.contract().request().path(key).propertyNames().stream()
                          .anyMatch(parameter.name()::equalsIgnoreCase));
      if (!sent) {
        unsent.add(parameter.words());
      }
    }
  }

  private void properties(JsonNode schema, List<JsonNode> values, String path) {
    for (Map.Entry<String, JsonNode> property : Json.members(schema.path("properties"))) {
      List<JsonNode> sent =
          values.stream()
              .filter(value -> value.has(property.getKey()))
              .map(value -> value.get(property.getKey()))
              .toList();
      String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      if (sent.isEmpty()) {
        unsent.add("the property " + name);
      } else {
        properties(property.getValue(), sent, name);
      }
    }
    if (schema.has("items")) {
      properties(
          schema.get("items"),
          values.stream().flatMap(JsonNode::valueStream).toList(),
          path + "[]");
    }
  }
}
