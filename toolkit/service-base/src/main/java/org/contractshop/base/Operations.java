package org.contractshop.base;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operations of the service's spec, which the build writes to {@code META-INF/operations.json}.
 */
final class Operations {
  private static final String ATTRIBUTE = Operations.class.getName();
  private static final Object NONE = new Object();

  private final List<Operation> all;

  /** Paths without parameters, found without any matching. */
  private final Map<String, OperationPath> literal;

  /** The most specific first: {@code /users/me} is not a {@code /users/{id}}. */
  private final List<OperationPath> patterns;

  Operations(List<Operation> all) {
    this.all = List.copyOf(all);
    List<OperationPath> paths =
        all.stream().collect(Collectors.groupingBy(Operation::path)).entrySet().stream()
            .map(path -> OperationPath.of(path.getKey(), path.getValue()))
            .sorted(
                Comparator.comparing(OperationPath::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    literal =
        paths.stream()
            .filter(path -> !path.pattern().hasPatternSyntax())
            .collect(
                Collectors.toMap(path -> path.pattern().getPatternString(), Function.identity()));
    patterns = paths.stream().filter(path -> path.pattern().hasPatternSyntax()).toList();
  }

  static Operations read(Resource file) {
    try (InputStream json = file.getInputStream()) {
      return new Operations(List.of(JsonMapper.shared().readValue(json, Operation[].class)));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  Stream<Operation> stream() {
    return all.stream();
  }

  @Nullable Operation operation(HttpServletRequest request) {
    OperationPath path = path(request);
    return path == null ? null : path.operation(request.getMethod());
  }

  /** Several filters ask for the path of a request; it is looked up once. */
  @Nullable OperationPath path(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known == null) {
      OperationPath found = find(request.getRequestURI());
      request.setAttribute(ATTRIBUTE, found == null ? NONE : found);
      return found;
    }
    return known == NONE ? null : (OperationPath) known;
  }

  private @Nullable OperationPath find(String path) {
    OperationPath exact = literal.get(path);
    if (exact != null) {
      return exact;
    }
    try {
      PathContainer parsed = PathContainer.parsePath(path);
      for (OperationPath candidate : patterns) {
        if (candidate.pattern().matches(parsed)) {
          return candidate;
        }
      }
    } catch (IllegalArgumentException exception) {
      return null; // a malformed escape
    }
    return null;
  }
}
