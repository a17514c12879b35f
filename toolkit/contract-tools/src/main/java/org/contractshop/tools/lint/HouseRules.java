package org.contractshop.tools.lint;

import java.util.ArrayList;
import java.util.List;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/** The house rules of a group, and what breaks them. */
abstract class HouseRules {
  private final RuleGroup group;
  private final List<Violation> violations = new ArrayList<>();

  HouseRules(RuleGroup group) {
    this.group = group;
  }

  final List<Violation> violations(SpecFiles specs) {
    check(specs);
    return violations;
  }

  abstract void check(SpecFiles specs);

  /**
   * @param problem what is wrong with the node, and the remedy, as a format string
   */
  final void add(SpecNode node, String problem, Object... values) {
    add(Violation.at(group.id(), node, problem.formatted(values)));
  }

  final void add(Violation violation) {
    violations.add(violation);
  }
}
