package org.contractshop.tools.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a client needs to know of a spec. */
record ClientSpec(SpecIdentity identity, Map<?, ?> document) {
  private static final String SERVICE = "-service";
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

  static ClientSpec read(Path specs, String name) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<?, ?> document = yaml.load(Files.readString(specs.resolve(name + ".yaml")));
    return new ClientSpec(SpecIdentity.of(specs, name), document);
  }

  /** Such as {@code product}. */
  String shortName() {
    return identity.service().replace(SERVICE, "");
  }

  /** Such as {@code Product}. */
  String classPrefix() {
    return camelCase(shortName());
  }

  /**
   * An interface that the generator writes.
   *
   * @param name without {@code Api}
   */
  record Interface(String name, String description) {
    /** The same as the name of a variable or method. */
    String variable() {
      return ClientSpec.variable(name);
    }
  }

  /** One for each tag. */
  List<Interface> interfaces() {
    List<Interface> interfaces = new ArrayList<>();
    for (Object element : (List<?>) document.get("tags")) {
      Map<?, ?> tag = (Map<?, ?>) element;
      interfaces.add(
          new Interface(
              camelCase(tag.get("name").toString()), String.valueOf(tag.get("description"))));
    }
    return interfaces;
  }

  /** The ids of the operations that need a token. */
  List<String> operationsWithToken() {
    List<String> ids = new ArrayList<>();
    for (Object path : ((Map<?, ?>) document.get("paths")).values()) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) path).entrySet()) {
        if (METHODS.contains(entry.getKey())) {
          Map<?, ?> operation = (Map<?, ?>) entry.getValue();
          if (needsToken(operation)) {
            ids.add(operation.get("operationId").toString());
          }
        }
      }
    }
    return ids;
  }

  /** An operation's own list counts, also if it is empty; else that of the document. */
  private boolean needsToken(Map<?, ?> operation) {
    Object own = operation.get("security");
    Object security = own == null ? document.get("security") : own;
    return security instanceof List<?> list && !list.isEmpty();
  }

  static String variable(String className) {
    return Character.toLowerCase(className.charAt(0)) + className.substring(1);
  }

  static String camelCase(String words) {
    return Arrays.stream(words.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
