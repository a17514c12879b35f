package org.contractshop.tools.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.JsonNode;

/** Finds who uses a part of a spec, according to the contracts of a service. */
record Users(Service service, List<Contract> contracts) {
  static Users of(Service service, Path contracts) {
    return new Users(service, Contract.in(contracts));
  }

  /** Such as {@code order-service reads it in 4 contracts}; empty if no contract uses it. */
  String words(SpecNode element) {
    Map<String, Long> uses =
        contracts.stream()
            .flatMap(
                contract ->
                    verb(contract, element).stream()
                        .map(verb -> consumer(contract) + " " + verb + " it"))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return uses.entrySet().stream()
        .map(
            use ->
                "%s in %d contract%s"
                    .formatted(use.getKey(), use.getValue(), use.getValue() == 1 ? "" : "s"))
        .collect(Collectors.joining(", "));
  }

  /** The contracts that use it, by consumer. */
  Map<String, List<Contract>> byConsumer(SpecNode element) {
    return contracts.stream()
        .filter(contract -> verb(contract, element).isPresent())
        .collect(Collectors.groupingBy(Users::consumer, TreeMap::new, Collectors.toList()));
  }

  private static String consumer(Contract contract) {
    return contract.name().replaceFirst("/.*", "");
  }

  /** How a contract uses the element; empty if it does not. */
  private Optional<String> verb(Contract contract, SpecNode element) {
    Operation operation = contract.operation(service).orElse(null);
    if (operation == null) {
      return Optional.empty();
    }
    List<String> path = element.path();
    if (isInside(path, operation.node()) && path.size() <= operation.node().path().size() + 1) {
      return Optional.of("calls"); // the operation itself, or its name, its roles and the like
    }
    SpecNode response = operation.node().get("responses").get(status(contract));
    if (usesParameter(contract, operation, element)
        || usesBody(contract.request().path("body"), operation.requestBody(), element)) {
      return Optional.of("sends");
    }
    return element.equals(response)
            || element.equals(response.resolved())
            || usesBody(contract.response().path("body"), response.resolved(), element)
        ? Optional.of("reads")
        : Optional.empty();
  }

  private static String status(Contract contract) {
    return contract.response().path("status").asString("");
  }

  private static boolean isInside(List<String> path, SpecNode node) {
    List<String> around = node.path();
    return path.size() >= around.size() && path.subList(0, around.size()).equals(around);
  }

  private static boolean usesParameter(Contract contract, Operation operation, SpecNode element) {
    return operation.parameters().stream()
        .filter(
            parameter ->
                parameter.node().equals(element)
                    || parameter.node().get("schema").resolved().equals(element))
        .anyMatch(
            parameter ->
                switch (parameter.kind()) {
                  case "path" -> true;
                  case "header" -> contract.request().path("headers").has(parameter.name());
                  default -> contract.exchange().target().contains(parameter.name() + "=");
                });
  }

  private static boolean usesBody(JsonNode body, SpecNode owner, SpecNode element) {
    return owner.get("content").children().stream()
        .anyMatch(mediaType -> uses(body, mediaType.get("schema"), element));
  }

  /** Whether a value contains something that the element describes. */
  private static boolean uses(JsonNode value, SpecNode schema, SpecNode element) {
    SpecNode resolved = schema.resolved();
    if (value.isMissingNode() || !resolved.exists()) {
      return false;
    }
    if (schema.equals(element)
        || resolved.equals(element)
        || Element.isDetailOf(element, resolved)
        || Element.isDetailOf(element, schema)) {
      return true;
    }
    if (value.isArray()) {
      return value.valueStream().anyMatch(each -> uses(each, resolved.get("items"), element));
    }
    return value.isObject()
        && resolved.get("properties").children().stream()
            .anyMatch(property -> uses(value.path(property.key()), property, element));
  }
}
