package org.contractshop.base;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A path of the service's spec with its operations by their methods. */
record OperationPath(PathPattern pattern, Map<String, Operation> byMethod) {
  static OperationPath of(String path, List<Operation> operations) {
    return new OperationPath(
        PathPatternParser.defaultInstance.parse(path),
        operations.stream()
            .collect(
                Collectors.toMap(
                    Operation::method, Function.identity(), (a, b) -> a, TreeMap::new)));
  }

  /** The operation that Spring MVC calls for a method; {@code HEAD} is a {@code GET}. */
  @Nullable Operation operation(String method) {
    Operation exact = byMethod.get(method);
    return exact == null && method.equals("HEAD") ? byMethod.get("GET") : exact;
  }
}
