package org.contractshop.tools.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.SpecNode;

/** The HTTP interface of the operations with one tag. */
final class ApiSource {
  private final String javaPackage;
  private final ClientSpec.Interface api;
  private final List<Operation> operations;
  private final List<String> shared;
  private final JavaTypes types;

  /**
   * @param shared the names of the problem types whose exceptions all clients share
   */
  ApiSource(
      String javaPackage,
      ClientSpec.Interface api,
      List<Operation> operations,
      List<String> shared) {
    this.javaPackage = javaPackage;
    this.api = api;
    this.operations = operations;
    this.shared = shared;
    this.types = new JavaTypes(javaPackage);
  }

  String className() {
    return api.name() + "Api";
  }

  String text() {
    StringBuilder methods = new StringBuilder();
    operations.forEach(operation -> methods.append(method(operation)));
    types.imported("org.contractshop.client.ClientOperation");
    types.imported("org.springframework.web.service.annotation.HttpExchange");
    return """
        package %s;

        %s
        /** %s */
        public interface %s {
        %s}
        """
        .formatted(
            javaPackage,
            types.imports(),
            Javadoc.sentence(api.description()),
            className(),
            methods.toString().stripTrailing() + "\n");
  }

  private String method(Operation operation) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required()) {
        String variable = ClientSpec.variable(ClientSpec.camelCase(parameter.name()));
        String type = types.of(parameter.node().get("schema"));
        parameters.add(
            "@%s(\"%s\") %s".formatted(annotation(parameter), parameter.name(), type)
                + " "
                + variable);
        arguments.add(type + " " + variable);
      }
    }
    if (operation.requestBody().exists()) {
      String type = types.of(ClientSpec.requestSchema(operation));
      String annotation = types.imported("org.springframework.web.bind.annotation.RequestBody");
      parameters.add("@%s %s %s".formatted(annotation, type, ClientSpec.variable(type)));
      arguments.add(type + " " + ClientSpec.variable(type));
    }
    OptionsSource options = new OptionsSource(javaPackage, operation);
    String withoutOptions = options.isEmpty() ? "" : withoutOptions(operation, arguments, options);
    if (!options.isEmpty()) {
      parameters.add(options.className() + " options");
    }
    return """
          /**
        %s   */
          @ClientOperation%s
          @HttpExchange(%s)
        %s  %s %s(%s);

        %s"""
        .formatted(
            javadoc(operation, options),
            traits(operation),
            exchange(operation),
            deprecated(operation),
            result(operation),
            operation.id(),
            String.join(", ", parameters),
            withoutOptions);
  }

  private String withoutOptions(
      Operation operation, List<String> arguments, OptionsSource options) {
    List<String> names = new ArrayList<>();
    arguments.forEach(argument -> names.add(argument.substring(argument.lastIndexOf(' ') + 1)));
    names.add("new " + options.className() + "()");
    String result = result(operation);
    return """
          /** The same without optional parameters. */
        %s  default %s %s(%s) {
            %s%s(%s);
          }

        """
        .formatted(
            deprecated(operation),
            result,
            operation.id(),
            String.join(", ", arguments),
            result.equals("void") ? "" : "return ",
            operation.id(),
            String.join(", ", names));
  }

  private String result(Operation operation) {
    SpecNode schema = ClientSpec.responseSchema(operation);
    return schema.exists() ? types.of(schema) : "void";
  }

  private String annotation(Parameter parameter) {
    String name =
        switch (parameter.kind()) {
          case "path" -> "PathVariable";
          case "query" -> "RequestParam";
          default -> "RequestHeader";
        };
    return types.imported("org.springframework.web.bind.annotation." + name);
  }

  private static String traits(Operation operation) {
    List<String> traits = new ArrayList<>();
    if (operation.isSecured()) {
      traits.add("withToken = true");
    }
    if (operation.isDeclaredIdempotent()) {
      traits.add("idempotent = true");
    }
    if (operation.parameter("header", "Idempotency-Key").isPresent()) {
      traits.add("withIdempotencyKey = true");
    }
    return traits.isEmpty() ? "" : "(" + String.join(", ", traits) + ")";
  }

  private static String exchange(Operation operation) {
    String text =
        "method = \"%s\", url = \"%s\", accept = {\"application/json\", \"application/problem+json\"}"
            .formatted(operation.method(), operation.path());
    return operation.requestBody().exists() ? text + ", contentType = \"application/json\"" : text;
  }

  private static String deprecated(Operation operation) {
    return operation.node().get("deprecated").is("true") ? "  @Deprecated\n" : "";
  }

  private String javadoc(Operation operation, OptionsSource options) {
    List<String> lines = new ArrayList<>();
    lines.add(Javadoc.sentence(operation.node().get("summary").text()));
    Javadoc.paragraphs(operation.node().get("description").text())
        .forEach(paragraph -> lines.add("\n<p>" + paragraph));
    lines.add("");
    for (Parameter parameter : operation.parameters()) {
      String words = parameter.node().get("description").text();
      if (parameter.required() && !words.isBlank()) {
        lines.add(
            "@param %s %s"
                .formatted(
                    ClientSpec.variable(ClientSpec.camelCase(parameter.name())),
                    Javadoc.sentence(words)));
      }
    }
    if (!options.isEmpty()) {
      lines.add("@param options the optional parameters");
    }
    if (ClientSpec.responseSchema(operation).exists()) {
      lines.add(
          "@return " + Javadoc.sentence(ClientSpec.success(operation).get("description").text()));
    }
    exceptions(operation).forEach((name, words) -> lines.add("@throws " + name + " " + words));
    operation.sunset().ifPresent(date -> lines.add("@deprecated It ends on " + date + "."));
    StringBuilder text = new StringBuilder();
    String.join("\n", lines)
        .strip()
        .lines()
        .forEach(line -> text.append("   * ".concat(line).stripTrailing()).append("\n"));
    return text.toString();
  }

  private Map<String, String> exceptions(Operation operation) {
    Map<String, String> exceptions = new LinkedHashMap<>();
    for (int status : operation.statuses()) {
      String words = Javadoc.sentence(operation.responseNode(status).get("description").text());
      for (String type : operation.problemTypes(status)) {
        String name = new ProblemType(type, "").className();
        boolean isShared = shared.contains(type);
        exceptions.putIfAbsent(
            types.imported((isShared ? "org.contractshop.client" : javaPackage) + "." + name),
            status + ": " + words);
      }
    }
    return exceptions;
  }
}
