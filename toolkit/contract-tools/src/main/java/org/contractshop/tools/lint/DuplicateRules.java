package org.contractshop.tools.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Nothing may be declared twice, in whatever spelling. */
final class DuplicateRules extends HouseRules {
  DuplicateRules() {
    super(RuleGroup.DUPLICATES);
  }

  @Override
  void check(SpecFiles specs) {
    for (Service service : specs.services()) {
      checkPaths(service.document().get("paths"));
      service.operations().forEach(this::checkParameters);
    }
    Element.all(specs, "schema").forEach(this::checkSchema);
  }

  /** What a path calls its parameters is not part of a request. */
  private void checkPaths(SpecNode paths) {
    Map<String, SpecNode> known = new HashMap<>();
    for (SpecNode path : paths.children()) {
      SpecNode first = known.putIfAbsent(path.key().replaceAll("\\{[^}]*}", "{}"), path);
      if (first != null && !first.key().equals(path.key())) {
        add(
            path,
            "is the same path as %s in line %d; put its operations there",
            first.key(),
            first.line());
      }
    }
  }

  private void checkParameters(Operation operation) {
    Map<String, SpecNode> known = new HashMap<>();
    for (SpecNode owner : List.of(operation.pathItem(), operation.node())) {
      for (SpecNode declared : owner.get("parameters").children()) {
        SpecNode parameter = declared.resolved();
        String key = parameter.get("in").text() + " " + parameter.get("name").text();
        SpecNode first = known.putIfAbsent(key.toLowerCase(Locale.ROOT), declared);
        if (first != null && parameter.exists()) {
          add(declared, "is declared already in line %d; remove one of them", first.line());
        }
      }
    }
  }

  private void checkSchema(SpecNode schema) {
    checkList(schema.get("required"), false);
    SpecNode values = schema.get("enum");
    checkList(values, true);
    if (values.isList() && values.children().isEmpty()) {
      add(values, "has an empty enum, which allows no value; name the values");
    }
  }

  private void checkList(SpecNode list, boolean ignoreCase) {
    Map<String, SpecNode> known = new HashMap<>();
    for (SpecNode element : list.children()) {
      String key = ignoreCase ? element.text().toLowerCase(Locale.ROOT) : element.text();
      SpecNode first = known.putIfAbsent(key, element);
      if (first != null && first.is(element.text())) {
        add(element, "has %s twice in %s; remove one of them", element.text(), list.key());
      } else if (first != null) {
        add(
            element,
            "has the values %s and %s, which differ in case only and become one Java constant; rename one of them",
            first.text(),
            element.text());
      }
    }
  }
}
