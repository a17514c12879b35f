package org.contractshop.tools.compare;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecNode;

/**
 * Compares the responses of an operation.
 *
 * <p>A new problem is compatible, as callers must expect any; a new success is not. No status may
 * be removed: callers would not be prepared for the response that replaces it.
 */
final class ResponseComparison {
  private final Operation current;
  private final Changes changes;

  private ResponseComparison(Operation current, Changes changes) {
    this.current = current;
    this.changes = changes;
  }

  static void compare(Operation released, Operation current, Changes changes) {
    ResponseComparison comparison = new ResponseComparison(current, changes);
    SpecNode old = released.node().get("responses");
    SpecNode now = current.node().get("responses");
    for (SpecNode response : old.children()) {
      String place = "response %s of %s".formatted(response.key(), released.label());
      if (now.has(response.key())) {
        comparison.compare(place, new Pair(response, now.get(response.key())).resolved());
        ProblemTypeComparison.compare(place, released, current, response.key(), changes);
      } else {
        comparison.remove(place, new Pair(response, now));
      }
    }
    for (SpecNode response : now.children()) {
      if (!old.has(response.key())) {
        changes.add(
            Rule.RESPONSE_ADDED,
            isSuccess(response) ? Verdict.BREAKING : Verdict.COMPATIBLE,
            new Pair(old, response),
            "adding response %s to %s",
            response.key(),
            released.label());
      }
    }
  }

  /** 304 is not one: only a caller that sends {@code If-None-Match} gets it. */
  private static boolean isSuccess(SpecNode response) {
    return response.key().startsWith("2")
        || response.key().startsWith("3") && !response.key().equals("304");
  }

  private void remove(String place, Pair response) {
    boolean onlyForTokens = Set.of("401", "403").contains(response.old().key());
    changes.add(
        Rule.RESPONSE_REMOVED,
        onlyForTokens && !current.isSecured() ? Verdict.COMPATIBLE : Verdict.BREAKING,
        response,
        "removing %s",
        place);
  }

  private void compare(String place, Pair response) {
    changes.compareOtherKeys(place, response, Element.keysOf("response"));
    compareHeaders(place, response.old(), response.now());
    ContentComparison.compare(place, response, Side.RESPONSE, changes);
  }

  private void compareHeaders(String place, SpecNode old, SpecNode now) {
    Map<String, SpecNode> oldHeaders = headers(old);
    Map<String, SpecNode> newHeaders = headers(now);
    oldHeaders.forEach(
        (name, header) -> {
          String words = "the header %s of %s".formatted(header.key(), place);
          if (newHeaders.containsKey(name)) {
            compareHeader(words, new Pair(header, newHeaders.get(name)).resolved());
          } else {
            changes.removal(Rule.HEADER_REMOVED, words, new Pair(header, now.get("headers")));
          }
        });
    newHeaders.forEach(
        (name, header) -> {
          if (!oldHeaders.containsKey(name)) {
            changes.compatible(
                Rule.HEADER_ADDED,
                new Pair(old.get("headers"), header),
                "adding the header %s to %s",
                header.key(),
                place);
          }
        });
  }

  private void compareHeader(String words, Pair header) {
    boolean wasRequired = header.oldIs("required", "true");
    boolean isRequired = header.nowIs("required", "true");
    if (wasRequired && !isRequired) {
      changes.breaking(Rule.OPTIONAL, header, "making %s optional", words);
    } else if (isRequired && !wasRequired) {
      changes.compatible(Rule.REQUIRED, header, "making %s required", words);
    }
    changes.compareDeprecation(words, header);
    changes.compareOtherKeys(words, header, Element.keysOf("header"));
    SchemaComparison.compare(header.get("schema"), Side.RESPONSE, changes);
  }

  private static Map<String, SpecNode> headers(SpecNode response) {
    Map<String, SpecNode> headers = new LinkedHashMap<>();
    response
        .get("headers")
        .children()
        .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header));
    return headers;
  }
}
