package org.contractshop.tools.lint;

import java.util.Map;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** One way to write each kind of name. The names become those of generated classes and methods. */
final class NamingRules extends HouseRules {
  private static final Map<String, String> STYLES =
      Map.of(
          "lowerCamelCase", "[a-z]+([A-Z][a-z]*)*[0-9]*",
          "UpperCamelCase", "([A-Z][a-z]*)+[0-9]*",
          "Train-Case", "[A-Z][a-z]*(-[A-Z][a-z]*)*");
  private static final Map<String, String> PARAMETER_STYLES =
      Map.of("path", "lowerCamelCase", "query", "lowerCamelCase", "header", "Train-Case");

  NamingRules() {
    super(RuleGroup.NAMES);
  }

  @Override
  void check(SpecFiles specs) {
    specs.files().forEach(this::checkComponents);
    Element.all(specs, "schema").forEach(this::checkProperties);
    Element.all(specs, "parameter").forEach(this::checkParameter);
    for (Operation operation : specs.operations()) {
      SpecNode id = operation.node().get("operationId");
      checkStyle(id, id.text(), "lowerCamelCase");
      checkSuffix(operation.requestBody(), "Request");
      operation.responses().stream()
          .filter(response -> response.key().startsWith("2"))
          .forEach(response -> checkSuffix(response.resolved(), "Response"));
    }
  }

  private void checkComponents(SpecNode file) {
    for (SpecNode section : file.get("components").children()) {
      String style = section.key().equals("securitySchemes") ? "lowerCamelCase" : "UpperCamelCase";
      section.children().forEach(component -> checkStyle(component, component.key(), style));
    }
  }

  private void checkProperties(SpecNode schema) {
    schema
        .get("properties")
        .children()
        .forEach(property -> checkStyle(property, property.key(), "lowerCamelCase"));
  }

  private void checkParameter(SpecNode parameter) {
    String style = PARAMETER_STYLES.getOrDefault(parameter.get("in").text(), "lowerCamelCase");
    checkStyle(parameter, parameter.get("name").text(), style);
  }

  private void checkStyle(SpecNode node, String name, String style) {
    if (node.exists() && !name.matches(STYLES.get(style))) {
      add(node, "has the name %s, which is not %s; rename it", name, style);
    }
  }

  /** So that no generated class is called like a class of the domain. */
  private void checkSuffix(SpecNode body, String suffix) {
    for (SpecNode mediaType : body.get("content").children()) {
      SpecNode schema = mediaType.get("schema");
      SpecNode element = schema.get("items").exists() ? schema.get("items") : schema;
      SpecNode target = element.resolved();
      if (target.exists() && element.isReference() && !target.key().endsWith(suffix)) {
        add(
            schema,
            "refers to the schema %s, whose name does not end in %s; rename it",
            target.key(),
            suffix);
      }
    }
  }
}
