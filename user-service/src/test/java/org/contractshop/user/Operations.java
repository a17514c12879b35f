package org.contractshop.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The operations of a service's specification, such as {@code GET /users/{id}}, and whether they
 * need a token.
 */
record Operations(Map<String, Boolean> needToken) {
  private static final Path ROOT = Path.of("..");
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  static Operations specified(String service) throws IOException {
    Map<String, Boolean> needToken = new TreeMap<>();
    children(yaml(ROOT.resolve("api-specs/" + service + ".yaml")), "paths")
        .forEach(
            (path, methods) ->
                children(methods)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            needToken.put(
                                name(method, path), children(operation).containsKey("security"));
                          }
                        }));
    return new Operations(needToken);
  }

  /** The operations that a service's contracts speak of. */
  List<String> contracted(String service) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("contracts/" + service))) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .map(file -> children(yaml(file), "request"))
          .map(request -> operation(String.valueOf(request.get("method")), path(request)))
          .distinct()
          .sorted()
          .toList();
    }
  }

  static String name(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** The most specific operation: {@code /users/me} is not {@code /users/{id}}. */
  private String operation(String method, String path) {
    String literal = name(method, path);
    return needToken.containsKey(literal)
        ? literal
        : needToken.keySet().stream()
            .filter(operation -> literal.matches(operation.replaceAll("\\{[^}]*}", "[^/]+")))
            .findFirst()
            .orElse(literal);
  }

  private static String path(Map<String, Object> request) {
    Object url = request.containsKey("url") ? request.get("url") : request.get("urlPath");
    return String.valueOf(url).replaceAll("\\?.*", "");
  }

  private static Map<String, Object> yaml(Path file) {
    try {
      return children(new Yaml().load(Files.readString(file)));
    } catch (IOException exception) {
      throw new IllegalStateException(file + " is missing", exception);
    }
  }

  private static Map<String, Object> children(Map<String, Object> parent, String name) {
    return children(parent.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> children(Object value) {
    return (Map<String, Object>) value;
  }
}
