package org.contractshop.tools.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** The keys of docs/spec-extensions.md: roles, problem types and reasons. */
final class ExtensionRules extends HouseRules {
  private static final String KEBAB_CASE = "[a-z]+(-[a-z0-9]+)*";
  private static final List<String> REASONS =
      List.of(Extensions.BUSINESS_RULE, Extensions.INVALID_TOKEN);

  ExtensionRules() {
    super(RuleGroup.EXTENSIONS);
  }

  @Override
  void check(SpecFiles specs) {
    for (Operation operation : specs.operations()) {
      checkRoles(operation);
      checkIdempotent(operation);
      operation.responses().forEach(response -> checkProblemTypes(operation, response));
    }
    Element.all(specs, "response").forEach(this::checkNames);
    Element.all(specs, "example").forEach(this::checkReason);
    checkShared(specs);
  }

  private void checkRoles(Operation operation) {
    if (!operation.security().exists()) {
      add(
          operation.node(),
          "does not say who may call it; add security and x-roles, or security: [] for anyone");
      return;
    }
    SpecNode roles = operation.node().get(Extensions.ROLES);
    if (!operation.isSecured()) {
      if (roles.exists()) {
        add(roles, "has x-roles, but needs no token; remove them, or add security");
      }
      return;
    }
    if (operation.roles().isEmpty()) {
      add(
          operation.node(),
          "needs a token, but does not say whose; add x-roles with some of "
              + String.join(", ", Extensions.KNOWN_ROLES));
    }
    for (SpecNode role : roles.children()) {
      if (!Extensions.KNOWN_ROLES.contains(role.text())) {
        add(
            role,
            "has the role %s, which no token can have; use %s",
            role.text(),
            String.join(", ", Extensions.KNOWN_ROLES));
      }
    }
    checkRepeated(roles);
  }

  private void checkIdempotent(Operation operation) {
    SpecNode idempotent = operation.node().get(Extensions.IDEMPOTENT);
    if (idempotent.exists()
        && !(idempotent.is("true") && List.of("POST", "PATCH").contains(operation.method()))) {
      add(
          idempotent,
          "says x-idempotent, which is only for POST and PATCH, and only true; remove it");
    }
  }

  private void checkProblemTypes(Operation operation, SpecNode response) {
    SpecNode resolved = response.resolved();
    SpecNode types = resolved.get(Extensions.PROBLEM_TYPES);
    boolean isProblem = response.key().startsWith("4") || response.key().startsWith("5");
    if (isProblem && resolved.has("content") && types.texts().isEmpty()) {
      add(resolved, "does not say which problems it can hold; add x-problem-types");
    } else if (response.key().matches("[23].*") && types.exists()) {
      add(types, "has x-problem-types, but is no error; remove them");
    }
    if (isProblem && response.key().equals("401") && operation.isSecured()) {
      checkInvalidToken(resolved);
    }
    if (!types.texts().isEmpty()) {
      checkExamples(resolved, types.texts());
    }
  }

  /** Stubs return it for a bad token. */
  private void checkInvalidToken(SpecNode response) {
    boolean shown =
        response.get("content").children().stream()
            .flatMap(mediaType -> mediaType.get("examples").children().stream())
            .anyMatch(
                example -> example.resolved().get(Extensions.REASON).is(Extensions.INVALID_TOKEN));
    if (!shown && response.exists()) {
      add(response, "shows no refusal of a token; add an example with x-reason: invalid-token");
    }
  }

  private void checkExamples(SpecNode response, List<String> types) {
    for (SpecNode mediaType : response.get("content").children()) {
      for (SpecNode example : mediaType.get("examples").children()) {
        SpecNode type = example.resolved().get("value").get("type");
        String name = type.text().replace(Extensions.PROBLEM_TYPE_PREFIX, "");
        if (type.exists() && !types.contains(name)) {
          add(
              type,
              "has the type %s, which x-problem-types of its response lacks; add %s there",
              type.text(),
              name);
        }
      }
    }
  }

  private void checkNames(SpecNode response) {
    SpecNode types = response.get(Extensions.PROBLEM_TYPES);
    for (SpecNode type : types.children()) {
      if (!type.text().matches(KEBAB_CASE)) {
        add(
            type,
            "has the problem type %s, which is not in kebab-case without urn:problem-type:; rename it",
            type.text());
      }
    }
    checkRepeated(types);
  }

  /** {@code common.yaml} lists exactly the types that several services use. */
  private void checkShared(SpecFiles specs) {
    SpecNode listed = specs.file(SpecFiles.COMMON).get(Extensions.PROBLEM_TYPES);
    Set<String> shared = new HashSet<>(listed.texts());
    declared(specs.file(SpecFiles.COMMON)).forEach(type -> shared.add(type.text()));
    Map<String, SpecNode> first = new HashMap<>();
    for (Service service : specs.services()) {
      for (SpecNode type : declared(service.document())) {
        SpecNode other = first.putIfAbsent(type.text(), type);
        if (other != null && !other.file().equals(type.file()) && !shared.contains(type.text())) {
          add(
              type,
              "has the problem type %s, as %s:%d has; list it in x-problem-types of common.yaml, so that"
                  + " clients share its exception",
              type.text(),
              other.file(),
              other.line());
        }
      }
    }
    for (SpecNode type : listed.children()) {
      long services =
          specs.services().stream()
              .filter(
                  service ->
                      declared(service.document()).stream().anyMatch(it -> it.is(type.text())))
              .count();
      if (services < 2) {
        add(type, "lists %s, which fewer than two services declare; remove it", type.text());
      }
    }
    checkRepeated(listed);
  }

  private static List<SpecNode> declared(SpecNode file) {
    return Element.of(file).stream()
        .filter(element -> element.kind().equals("response"))
        .flatMap(element -> element.node().get(Extensions.PROBLEM_TYPES).children().stream())
        .toList();
  }

  private void checkReason(SpecNode example) {
    SpecNode reason = example.get(Extensions.REASON);
    if (reason.exists() && !REASONS.contains(reason.text())) {
      add(
          reason,
          "has the x-reason %s; make it %s or leave it out",
          reason.text(),
          String.join(", ", REASONS));
    }
  }

  private void checkRepeated(SpecNode list) {
    Set<String> seen = new HashSet<>();
    for (SpecNode element : list.children()) {
      if (!seen.add(element.text())) {
        add(element, "has %s twice; remove one of them", element.text());
      }
    }
  }
}
