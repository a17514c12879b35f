package org.contractshop.tools.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An operation of a service, including what it inherits from its path and its document. */
public final class Operation {
  public static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Service service;
  private final SpecNode pathItem;
  private final SpecNode node;
  private final List<Parameter> parameters;

  Operation(Service service, SpecNode pathItem, SpecNode node) {
    this.service = service;
    this.pathItem = pathItem;
    this.node = node;
    parameters = List.copyOf(collected(node, pathItem));
  }

  public Service service() {
    return service;
  }

  public SpecNode pathItem() {
    return pathItem;
  }

  public SpecNode node() {
    return node;
  }

  /** In capitals. */
  public String method() {
    return node.key().toUpperCase(Locale.ROOT);
  }

  /** With its variables in braces. */
  public String path() {
    return pathItem.key();
  }

  /** Such as {@code GET /users/{id}}. */
  public String name() {
    return method() + " " + path();
  }

  /** The operationId; empty if there is none. */
  public String id() {
    return node.get("operationId").text();
  }

  /** The operationId, or method and path if there is none. */
  public String label() {
    return label(path(), node);
  }

  static String label(String path, SpecNode operation) {
    String id = operation.get("operationId").text();
    return id.isEmpty() ? operation.key().toUpperCase(Locale.ROOT) + " " + path : id;
  }

  /** Those of the operation replace those of the path. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * @param kind {@code path}, {@code query} or {@code header}
   */
  public List<Parameter> parameters(String kind) {
    return parameters.stream().filter(parameter -> parameter.kind().equals(kind)).toList();
  }

  public Optional<Parameter> parameter(String kind, String name) {
    return parameters.stream().filter(parameter -> parameter.is(kind, name)).findFirst();
  }

  public SpecNode requestBody() {
    return node.get("requestBody").resolved();
  }

  public boolean needsBody() {
    return requestBody().get("required").is("true");
  }

  /** The documented bodies of the request, by media type, with all references in place. */
  public JsonNode requestContent() {
    return requestBody().get("content").json();
  }

  /** The responses by status, not resolved, so that their keys are the statuses. */
  public List<SpecNode> responses() {
    return node.get("responses").children();
  }

  public List<Integer> statuses() {
    return responses().stream().map(SpecNode::key).map(Integer::valueOf).sorted().toList();
  }

  /** A response with all references in place; a missing node if the status is not documented. */
  public JsonNode response(int status) {
    return responseNode(status).json();
  }

  public SpecNode responseNode(int status) {
    return node.get("responses").get(String.valueOf(status)).resolved();
  }

  /** The whole operation with all references in place. */
  public JsonNode json() {
    return node.json();
  }

  /** The alternatives of credentials; none if no credentials are needed. */
  public SpecNode security() {
    return node.has("security") ? node.get("security") : service.document().get("security");
  }

  public boolean isSecured() {
    List<SpecNode> alternatives = security().children();
    return !alternatives.isEmpty()
        && alternatives.stream().noneMatch(alternative -> alternative.children().isEmpty());
  }

  /** Who may call it: {@code x-roles}. None means anyone, also without a token. */
  public List<String> roles() {
    return node.get(Extensions.ROLES).texts();
  }

  /** Whether the spec promises idempotence although the method does not. */
  public boolean isDeclaredIdempotent() {
    return node.get(Extensions.IDEMPOTENT).is("true");
  }

  /** The problem types of an error response: {@code x-problem-types}. */
  public List<String> problemTypes(int status) {
    return responseNode(status).get(Extensions.PROBLEM_TYPES).texts();
  }

  /** Since when it is deprecated; empty if it is not. */
  public Optional<LocalDate> deprecation() {
    return isDeprecated() ? date(Extensions.DEPRECATED_SINCE) : Optional.empty();
  }

  /** The last day of a deprecated operation. */
  public Optional<LocalDate> sunset() {
    return isDeprecated() ? date(Extensions.SUNSET) : Optional.empty();
  }

  boolean fits(String requested) {
    String[] segments = requested.split("/", -1);
    String[] declared = path().split("/", -1);
    if (segments.length != declared.length) {
      return false;
    }
    for (int index = 0; index < segments.length; index++) {
      boolean variable = declared[index].startsWith("{");
      if (variable ? segments[index].isEmpty() : !segments[index].equals(declared[index])) {
        return false;
      }
    }
    return true;
  }

  private boolean isDeprecated() {
    return node.get("deprecated").is("true");
  }

  private Optional<LocalDate> date(String key) {
    return node.has(key) ? Optional.of(LocalDate.parse(node.get(key).text())) : Optional.empty();
  }

  private static List<Parameter> collected(SpecNode node, SpecNode pathItem) {
    List<Parameter> parameters = new ArrayList<>(of(node));
    for (Parameter inherited : of(pathItem)) {
      if (parameters.stream().noneMatch(own -> own.is(inherited.kind(), inherited.name()))) {
        parameters.add(inherited);
      }
    }
    return parameters;
  }

  private static List<Parameter> of(SpecNode owner) {
    return owner.get("parameters").children().stream()
        .map(SpecNode::resolved)
        .filter(SpecNode::exists)
        .map(Parameter::new)
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Operation operation && operation.node.equals(node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  @Override
  public String toString() {
    return service + " " + name();
  }
}
