package org.contractshop.tools.lint;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Every reference leads somewhere, and every component is referred to. */
final class ReferenceRules extends HouseRules {
  /**
   * Readers of OpenAPI 3.0 ignore keys beside a reference. These two are for the compatibility
   * gate, as there is no other place to deprecate a property of a shared schema.
   */
  private static final Set<String> ALLOWED_BESIDE = Set.of("$ref", "deprecated", "x-sunset");

  private final Set<SpecNode> used = new HashSet<>();

  ReferenceRules() {
    super(RuleGroup.REFERENCES);
  }

  @Override
  void check(SpecFiles specs) {
    specs.files().forEach(this::checkReferences);
    specs.services().forEach(this::checkSecurity);
    specs.files().forEach(this::checkUse);
    specs.files().forEach(file -> checkCircles(file.get("components").get("schemas")));
  }

  private void checkReferences(SpecNode node) {
    if (node.isReference()) {
      SpecNode target = node.target();
      used.add(target);
      if (!node.resolved().exists()) {
        String reference = node.get("$ref").text();
        add(node, "refers to %s, which does not exist; correct it", reference);
      }
      for (SpecNode child : node.children()) {
        if (!ALLOWED_BESIDE.contains(child.key())) {
          add(
              child,
              "has %s beside $ref, where every tool passes over it; move it to what is referred to",
              child.key());
        }
      }
    }
    node.children().forEach(this::checkReferences);
  }

  private void checkSecurity(Service service) {
    SpecNode schemes = service.document().get("components").get("securitySchemes");
    Stream.concat(
            Stream.of(service.document().get("security")),
            service.operations().stream().map(operation -> operation.node().get("security")))
        .flatMap(alternatives -> alternatives.children().stream())
        .flatMap(alternative -> alternative.children().stream())
        .forEach(
            scheme -> {
              used.add(schemes.get(scheme.key()));
              if (!schemes.has(scheme.key())) {
                add(
                    scheme,
                    "needs the security scheme %s, which components.securitySchemes lacks; declare it",
                    scheme.key());
              }
            });
  }

  private void checkUse(SpecNode file) {
    for (SpecNode section : file.get("components").children()) {
      for (SpecNode component : section.children()) {
        if (!used.contains(component)) {
          add(component, "is used nowhere; remove it");
        }
      }
    }
  }

  private void checkCircles(SpecNode schemas) {
    for (SpecNode schema : schemas.children()) {
      if (reaches(schema, schema, new HashSet<>())) {
        add(schema, "contains itself, so that its values have no limit; break the circle");
      }
    }
  }

  private static boolean reaches(SpecNode from, SpecNode schema, Set<SpecNode> seen) {
    SpecNode next = from.isReference() ? from.target() : from;
    if (from.isReference() && next.equals(schema)) {
      return true;
    }
    return seen.add(next)
        && next.children().stream().anyMatch(child -> reaches(child, schema, seen));
  }
}
