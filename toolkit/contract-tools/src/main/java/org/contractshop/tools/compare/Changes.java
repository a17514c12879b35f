package org.contractshop.tools.compare;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.SpecNode;

/** Collects the changes of one service. Those of shared parts are met often and count once. */
final class Changes {
  private final LocalDate today;
  private final Set<Change> changes = new LinkedHashSet<>();
  private final Set<List<Object>> compared = new HashSet<>();

  Changes(LocalDate today) {
    this.today = today;
  }

  List<Change> inOrder() {
    return List.copyOf(changes);
  }

  /** Whether two schemas have not been compared on this side yet: most are met in many places. */
  boolean isFirstLook(Side side, SpecNode released, SpecNode current) {
    return compared.add(List.of(side, released, current));
  }

  void add(Verdict verdict, String words, Object... arguments) {
    changes.add(new Change(verdict, words.formatted(arguments), true));
  }

  void breaking(String words, Object... arguments) {
    add(Verdict.BREAKING, words, arguments);
  }

  void compatible(String words, Object... arguments) {
    add(Verdict.COMPATIBLE, words, arguments);
  }

  /**
   * Something that callers use is gone. They had to be told by {@code deprecated} and {@code
   * x-sunset} in the released spec, and after that date it breaks nobody who reads.
   */
  void removal(String place, SpecNode released) {
    String sunset = isDeprecated(released) ? value(released, "x-sunset") : "";
    if (sunset.isEmpty()) {
      changes.add(new Change(Verdict.BREAKING, "removing " + place, false));
    } else if (LocalDate.parse(sunset).isBefore(today)) {
      compatible("removing %s, whose sunset was %s,", place, sunset);
    } else {
      breaking("removing %s before its sunset %s", place, sunset);
    }
  }

  void compareDeprecation(String place, SpecNode released, SpecNode current) {
    String oldSunset = value(released, "x-sunset");
    String newSunset = value(current, "x-sunset");
    if (isDeprecated(released) != isDeprecated(current)) {
      compatible("%s %s", isDeprecated(current) ? "deprecating" : "no longer deprecating", place);
    } else if (!oldSunset.equals(newSunset)) {
      add(
          newSunset.compareTo(oldSunset) < 0 ? Verdict.BREAKING : Verdict.COMPATIBLE,
          "moving the sunset of %s from %s to %s",
          place,
          oldSunset,
          newSunset);
    }
  }

  /** Whatever the comparison does not know counts as breaking, so that nothing slips through. */
  void compareOtherKeys(String place, SpecNode released, SpecNode current, Set<String> known) {
    Set<String> keys = new TreeSet<>();
    released.children().forEach(child -> keys.add(child.key()));
    current.children().forEach(child -> keys.add(child.key()));
    keys.removeAll(known);
    for (String key : keys) {
      if (!Json.of(released.get(key)).equals(Json.of(current.get(key)))) {
        breaking("changing %s of %s", key, place);
      }
    }
  }

  private static boolean isDeprecated(SpecNode node) {
    return value(node, "deprecated").equals("true");
  }

  /** Beside a reference, or in what it refers to. */
  private static String value(SpecNode node, String key) {
    return node.has(key) ? node.get(key).text() : node.resolved().get(key).text();
  }
}
