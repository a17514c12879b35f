package org.contractshop.tools.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An operation of a service, with what it inherits from its path and its document. */
record Operation(SpecNode service, SpecNode path, SpecNode node) {
  static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  String name() {
    return name(path.key(), node);
  }

  /** The operationId, or method and path if there is none. */
  static String name(String path, SpecNode operation) {
    String id = operation.get("operationId").text();
    return id.isEmpty() ? operation.key().toUpperCase(Locale.ROOT) + " " + path : id;
  }

  /** The resolved parameters; one of the operation replaces one of the path. */
  List<SpecNode> parameters() {
    List<SpecNode> parameters = new ArrayList<>(resolved(node.get("parameters")));
    for (SpecNode inherited : resolved(path.get("parameters"))) {
      if (parameters.stream().noneMatch(own -> sameParameter(own, inherited))) {
        parameters.add(inherited);
      }
    }
    return parameters;
  }

  SpecNode requestBody() {
    return node.get("requestBody").resolved();
  }

  /** The responses by status, not resolved, so that their keys are the statuses. */
  List<SpecNode> responses() {
    return node.get("responses").children();
  }

  /** The alternatives of credentials; none if no credentials are needed. */
  SpecNode security() {
    return node.has("security") ? node.get("security") : service.get("security");
  }

  boolean isSecured() {
    List<SpecNode> alternatives = security().children();
    return !alternatives.isEmpty()
        && alternatives.stream().noneMatch(alternative -> alternative.children().isEmpty());
  }

  private static List<SpecNode> resolved(SpecNode list) {
    return list.children().stream().map(SpecNode::resolved).filter(SpecNode::exists).toList();
  }

  private static boolean sameParameter(SpecNode one, SpecNode other) {
    return one.get("in").is(other.get("in").text()) && one.get("name").is(other.get("name").text());
  }
}
