package org.contractshop.tools.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Place;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/**
 * A file is OpenAPI 3.0.3, without misspelt or doubled keys, which every tool passes over, and with
 * those that generators insist on.
 */
final class DocumentRules {
  private static final String VERSION = "3.0.3";

  private DocumentRules() {}

  static List<Violation> violations(SpecFiles specs) {
    List<Violation> violations = new ArrayList<>();
    for (SpecNode file : specs.files()) {
      checkVersion(file, violations);
      checkTop(file, violations);
      checkDoubledKeys(file, violations);
      Element.of(file).forEach(element -> checkKeys(element, violations));
    }
    Element.all(specs, "server")
        .filter(server -> !server.has("url"))
        .forEach(
            server ->
                violations.add(
                    Violation.at("document", server, "has a server without url; add one")));
    Element.all(specs, "response")
        .filter(response -> !response.has("description"))
        .forEach(
            response ->
                violations.add(Violation.at("document", response, "has no description; add one")));
    return violations;
  }

  private static void checkVersion(SpecNode file, List<Violation> violations) {
    SpecNode version = file.get("openapi");
    if (!version.is(VERSION)) {
      violations.add(
          Violation.at(
              "document",
              version,
              "is not OpenAPI %s; make it so, as openapi-generator passes over const in 3.1 and makes an"
                      .formatted(VERSION)
                  + " empty class of a list of types"));
    }
  }

  /** The shared file describes no service, and a service file shares nothing. */
  private static void checkTop(SpecNode file, List<Violation> violations) {
    if (!file.get("info").has("title")) {
      violations.add(Violation.at("document", file.get("info"), "has no info.title; add one"));
    }
    Set<String> foreign =
        file.file().equals(SpecFiles.COMMON)
            ? Set.of("security", "servers", "tags")
            : Set.of(Extensions.PROBLEM_TYPES);
    for (SpecNode child : file.children()) {
      if (foreign.contains(child.key())) {
        violations.add(
            Violation.at(
                "document",
                child,
                "has %s, which means nothing here; remove it".formatted(child.key())));
      }
    }
  }

  private static void checkDoubledKeys(SpecNode node, List<Violation> violations) {
    Set<String> keys = new HashSet<>();
    for (SpecNode child : node.children()) {
      if (!keys.add(child.key())) {
        String problem = " has the key %s twice; remove one of them".formatted(child.key());
        violations.add(
            new Violation("document", node.file(), child.line(), Place.of(node) + problem));
      }
      checkDoubledKeys(child, violations);
    }
  }

  private static void checkKeys(Element element, List<Violation> violations) {
    if (element.node().isReference()) {
      return;
    }
    for (SpecNode child : element.node().children()) {
      if (!element.knownKeys().contains(child.key())) {
        violations.add(
            Violation.at(
                "document",
                child,
                "has the unknown key %s; correct or remove it".formatted(child.key())));
      }
    }
  }
}
