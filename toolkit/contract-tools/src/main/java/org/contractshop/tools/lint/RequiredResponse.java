package org.contractshop.tools.lint;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;

/** A status that an operation must describe, because callers will meet it. */
record RequiredResponse(String status, String reason, Predicate<Operation> condition) {
  private static final List<RequiredResponse> TABLE =
      List.of(
          new RequiredResponse("400", "has input that can be invalid", RequiredResponse::hasInput),
          new RequiredResponse("401", "needs a token", Operation::isSecured),
          new RequiredResponse(
              "403",
              "needs a role, which the caller may lack",
              operation -> operation.isSecured() && needsRole(operation)),
          new RequiredResponse(
              "403",
              "names something that may be another's",
              operation ->
                  operation.isSecured() && hasPathParameter(operation) && !needsRole(operation)),
          new RequiredResponse(
              "404",
              "looks for what its path names",
              operation -> hasPathParameter(operation) && !callerChoosesTheName(operation)),
          new RequiredResponse(
              "406", "answers JSON, which Accept can exclude", RequiredResponse::answersJson),
          new RequiredResponse(
              "413", "takes a body, which can be too large", RequiredResponse::takesBody),
          new RequiredResponse(
              "415", "takes a body, which can be no JSON", RequiredResponse::takesBody),
          new RequiredResponse(
              "503",
              "needs the database, which can be away",
              operation -> !operation.path().matches("/health|/\\.well-known/.*")));

  static List<RequiredResponse> of(Operation operation) {
    return TABLE.stream().filter(row -> row.condition.test(operation)).toList();
  }

  private static boolean takesBody(Operation operation) {
    return operation.node().has("requestBody");
  }

  private static boolean hasInput(Operation operation) {
    return takesBody(operation) || !operation.parameters().isEmpty();
  }

  private static boolean hasPathParameter(Operation operation) {
    return !operation.parameters("path").isEmpty();
  }

  private static boolean needsRole(Operation operation) {
    return !operation.roles().isEmpty() && !operation.roles().containsAll(Extensions.KNOWN_ROLES);
  }

  /** What a PUT creates, or a DELETE prevents, need not exist before. */
  private static boolean callerChoosesTheName(Operation operation) {
    return Set.of("put", "delete").contains(operation.node().key());
  }

  private static boolean answersJson(Operation operation) {
    return operation.responses().stream()
        .filter(response -> response.key().startsWith("2"))
        .anyMatch(response -> response.resolved().has("content"));
  }
}
