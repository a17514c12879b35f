package org.contractshop.tools.lint;

import java.util.HashSet;
import java.util.Set;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Place;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/**
 * A file is OpenAPI 3.0.3, without misspelt or repeated keys, which every tool ignores, and with
 * the keys that generators require.
 */
final class DocumentRules extends HouseRules {
  private static final String VERSION = "3.0.3";

  DocumentRules() {
    super(RuleGroup.DOCUMENT);
  }

  @Override
  void check(SpecFiles specs) {
    for (SpecNode file : specs.files()) {
      checkVersion(file);
      checkTop(file);
      checkDoubledKeys(file);
      Element.of(file).forEach(this::checkKeys);
    }
    Element.all(specs, "server")
        .filter(server -> !server.has("url"))
        .forEach(server -> add(server, "has a server without url; add one"));
    Element.all(specs, "response")
        .filter(response -> !response.has("description"))
        .forEach(response -> add(response, "has no description; add one"));
  }

  private void checkVersion(SpecNode file) {
    SpecNode version = file.get("openapi");
    if (!version.is(VERSION)) {
      add(
          version,
          "is not OpenAPI %s; make it so, as openapi-generator passes over const in 3.1 and makes an"
              + " empty class of a list of types",
          VERSION);
    }
  }

  /** The shared file describes no service, and a service file shares nothing. */
  private void checkTop(SpecNode file) {
    if (!file.get("info").has("title")) {
      add(file.get("info"), "has no info.title; add one");
    }
    Set<String> foreign =
        file.file().equals(SpecFiles.COMMON)
            ? Set.of("security", "servers", "tags")
            : Set.of(Extensions.PROBLEM_TYPES);
    for (SpecNode child : file.children()) {
      if (foreign.contains(child.key())) {
        add(child, "has %s, which means nothing here; remove it", child.key());
      }
    }
  }

  private void checkDoubledKeys(SpecNode node) {
    Set<String> keys = new HashSet<>();
    for (SpecNode child : node.children()) {
      if (!keys.add(child.key())) {
        String problem = " has the key %s twice; remove one of them".formatted(child.key());
        add(new Violation("document", node.file(), child.line(), Place.of(node) + problem));
      }
      checkDoubledKeys(child);
    }
  }

  private void checkKeys(Element element) {
    if (element.node().isReference()) {
      return;
    }
    for (SpecNode child : element.node().children()) {
      if (!element.knownKeys().contains(child.key())) {
        add(child, "has the unknown key %s; correct or remove it", child.key());
      }
    }
  }
}
