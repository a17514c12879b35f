package org.contractshop.tools.client;

import java.util.List;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;

/** The optional parameters of an operation, as a class that can grow without breaking callers. */
record OptionsSource(String javaPackage, Operation operation) {
  boolean isEmpty() {
    return parameters().isEmpty();
  }

  String className() {
    return ClientSpec.camelCase(operation.id()) + "Options";
  }

  String text() {
    JavaTypes types = new JavaTypes(javaPackage);
    types.imported("java.util.List");
    types.imported("org.contractshop.client.RequestOptions");
    types.imported("org.jspecify.annotations.Nullable");
    StringBuilder methods = new StringBuilder();
    parameters().forEach(parameter -> methods.append(method(parameter, types)));
    return """
        package %1$s;

        %2$s
        /** The optional parameters of {@code %3$s}. Immutable: each method returns new options. */
        public final class %4$s extends RequestOptions<%4$s> {
          /** Sets none of them. */
          public %4$s() {}

          private %4$s(List<Option> options) {
            super(options);
          }

        %5$s  @Override
          protected %4$s with(List<Option> options) {
            return new %4$s(options);
          }
        }
        """
        .formatted(javaPackage, types.imports(), operation.id(), className(), methods);
  }

  private String method(Parameter parameter, JavaTypes types) {
    String variable = ClientSpec.variable(ClientSpec.camelCase(parameter.name()));
    return """
          /** %1$s */
          public %2$s %3$s(@Nullable %4$s %3$s) {
            return %5$s("%6$s", %3$s);
          }

        """
        .formatted(
            Javadoc.sentence(parameter.node().get("description").text()),
            className(),
            variable,
            types.of(parameter.node().get("schema")),
            parameter.kind(),
            parameter.name());
  }

  private List<Parameter> parameters() {
    return operation.parameters().stream().filter(parameter -> !parameter.required()).toList();
  }
}
