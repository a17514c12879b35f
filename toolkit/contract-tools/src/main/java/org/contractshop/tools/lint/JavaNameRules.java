package org.contractshop.tools.lint;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Names become those of Java classes and methods, which must be unique and compile. */
final class JavaNameRules extends HouseRules {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of("clone equals finalize getClass hashCode notify notifyAll toString wait".split(" "));

  /** Classes that generated code uses by their simple names. */
  private static final Set<String> USED_CLASSES =
      Set.of(
          """
          Arrays BigDecimal Boolean Byte Character Class Date Deprecated Double Enum
          Exception Float Generated HashMap HttpStatus Integer Iterable JsonCreator
          JsonInclude JsonProperty JsonTypeName JsonValue LinkedHashMap List LocalDate
          Long Map Max Min NotNull Nullable Object Objects OffsetDateTime Optional
          Override Pattern Record Resource ResponseEntity Set Short Size String Thread URI
          UUID Valid Void"""
              .split("\\s+"));

  private static final Set<String> TAGS = Set.of("Api", "Default", "Client");
  private static final Set<String> PROBLEM_TYPES_OF_JAVA =
      Set.of(
          """
          client illegal-argument illegal-state interrupted io null-pointer problem
          runtime security unsupported-operation"""
              .split("\\s+"));

  JavaNameRules() {
    super(RuleGroup.JAVA_NAMES);
  }

  @Override
  void check(SpecFiles specs) {
    for (Service service : specs.services()) {
      service.operations().forEach(this::checkOperation);
      checkTags(service.document());
      checkSharedNames(service.document());
    }
    for (SpecNode file : specs.files()) {
      file.get("components").get("schemas").children().forEach(this::checkSchema);
    }
    Element.all(specs, "response").forEach(this::checkProblemTypes);
  }

  private void checkOperation(Operation operation) {
    String id = operation.id();
    if (METHODS_OF_OBJECT.contains(id) || SourceVersion.isKeyword(id)) {
      add(
          operation.node().get("operationId"),
          "has the operationId %s, which no Java method of an interface can have; rename it",
          id);
    }
  }

  private void checkTags(SpecNode document) {
    Map<String, SpecNode> classes = new HashMap<>();
    for (SpecNode tag : document.get("tags").children()) {
      SpecNode name = tag.get("name");
      String javaName = camelCase(name.text());
      if (TAGS.contains(javaName)
          || javaName.isEmpty()
          || !Character.isLetter(javaName.charAt(0))) {
        add(
            name,
            "has the name %s, of which the generator makes no interface of its own; rename it",
            name.text());
      }
      SpecNode first = classes.putIfAbsent(javaName.toLowerCase(Locale.ROOT), name);
      if (first != null) {
        add(
            name,
            "has the name %s, which becomes the same interface as %s in line %d; rename one of them",
            name.text(),
            first.text(),
            first.line());
      }
    }
  }

  private void checkSchema(SpecNode schema) {
    if (USED_CLASSES.contains(schema.key())) {
      add(
          schema,
          "has the name %s, which generated code needs for a class of Java or a library; rename it",
          schema.key());
    }
  }

  /** The generator puts both into one package. */
  private void checkSharedNames(SpecNode document) {
    for (SpecNode schema : document.get("components").get("schemas").children()) {
      SpecNode shared = document.specs().commonSchema(schema.key());
      if (shared.exists()) {
        add(
            schema,
            "has the name of the schema in %s:%d; use that one, or rename this",
            shared.file(),
            shared.line());
      }
    }
  }

  private void checkProblemTypes(SpecNode response) {
    for (SpecNode type : response.get(Extensions.PROBLEM_TYPES).children()) {
      if (PROBLEM_TYPES_OF_JAVA.contains(type.text())) {
        add(
            type,
            "has the problem type %s, whose exception would be mistaken for another; rename it",
            type.text());
      }
    }
  }

  private static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
