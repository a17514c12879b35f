package org.contractshop.tools.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** The parts of an operation that determine its name, place and page in the documentation. */
final class OperationRules extends HouseRules {
  OperationRules() {
    super(RuleGroup.OPERATIONS);
  }

  @Override
  void check(SpecFiles specs) {
    for (Service service : specs.services()) {
      checkTags(service.document());
      checkIds(service);
      service.operations().forEach(this::checkOperation);
    }
  }

  private void checkTags(SpecNode service) {
    for (SpecNode tag : service.get("tags").children()) {
      if (tag.get("description").text().isBlank()) {
        add(tag, "has no description; add one");
      }
    }
  }

  private void checkIds(Service service) {
    Map<String, SpecNode> known = new HashMap<>();
    for (Operation operation : service.operations()) {
      SpecNode id = operation.node().get("operationId");
      SpecNode first = id.exists() ? known.putIfAbsent(id.text(), id) : null;
      if (first != null) {
        add(id, "has the same operationId as the one in line %d; choose another", first.line());
      }
    }
  }

  private void checkOperation(Operation operation) {
    SpecNode node = operation.node();
    if (!node.has("operationId")) {
      add(node, "has no operationId; add one in lowerCamelCase");
    }
    if (node.get("summary").text().isBlank()) {
      add(node, "has no summary; add one");
    }
    List<String> tags = node.get("tags").texts();
    if (tags.size() != 1) {
      add(node, "has %d tags; give it exactly one", tags.size());
    }
    for (SpecNode tag : node.get("tags").children()) {
      List<SpecNode> declared = operation.service().document().get("tags").children();
      if (declared.stream().noneMatch(declaration -> declaration.get("name").is(tag.text()))) {
        add(
            node.get("tags"),
            "has the tag %s, which is not declared; declare it with a description under tags",
            tag.text());
      }
    }
  }
}
