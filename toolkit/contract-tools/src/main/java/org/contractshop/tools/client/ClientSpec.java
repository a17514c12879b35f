package org.contractshop.tools.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecIdentity;
import org.contractshop.tools.spec.SpecNode;

/** What a client needs to know of a spec. */
record ClientSpec(Service service) {
  private static final String SERVICE = "-service";
  private static final List<String> LOGIN = List.of("email", "password");

  SpecIdentity identity() {
    return SpecIdentity.of(service);
  }

  /** Such as {@code product}. */
  String shortName() {
    return service.name().replace(SERVICE, "");
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
    /** The same in the form of a variable or method name. */
    String variable() {
      return ClientSpec.variable(name);
    }
  }

  /** One for each tag. */
  List<Interface> interfaces() {
    return service.document().get("tags").children().stream().map(ClientSpec::ofTag).toList();
  }

  private static Interface ofTag(SpecNode tag) {
    return new Interface(camelCase(tag.get("name").text()), tag.get("description").text());
  }

  /** The operations with the tag of an interface. */
  List<Operation> operations(Interface api) {
    return service.operations().stream()
        .filter(it -> camelCase(it.node().get("tags").texts().get(0)).equals(api.name()))
        .toList();
  }

  /** The operation that returns a {@code token} for an {@code email} and a {@code password}. */
  Optional<Operation> passwordLogin() {
    return service.operations().stream()
        .filter(it -> requestSchema(it).resolved().get("required").texts().equals(LOGIN))
        .filter(it -> responseSchema(it).resolved().get("required").texts().contains("token"))
        .findFirst();
  }

  static SpecNode requestSchema(Operation operation) {
    return schema(operation.requestBody());
  }

  /** The schema of the success response; a missing node if there is no body. */
  static SpecNode responseSchema(Operation operation) {
    return schema(success(operation));
  }

  static SpecNode success(Operation operation) {
    return operation.responses().stream()
        .filter(response -> response.key().startsWith("2"))
        .map(SpecNode::resolved)
        .findFirst()
        .orElseThrow();
  }

  private static SpecNode schema(SpecNode holder) {
    List<SpecNode> contents = holder.get("content").children();
    return contents.isEmpty() ? holder.get("content") : contents.get(0).get("schema");
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
