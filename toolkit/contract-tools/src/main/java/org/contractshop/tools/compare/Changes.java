package org.contractshop.tools.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.SpecNode;

/** Collects the changes of one service. Those of shared parts are found often, but count once. */
final class Changes {
  private final LocalDate today;
  private final List<Change> changes = new ArrayList<>();
  private final Set<List<Object>> compared = new HashSet<>();

  Changes(LocalDate today) {
    this.today = today;
  }

  List<Change> inOrder() {
    return List.copyOf(changes);
  }

  /** Whether two schemas have not been compared on this side yet: most are used in many places. */
  boolean isFirstLook(Side side, Pair schemas) {
    return compared.add(List.of(side, schemas));
  }

  void add(Rule rule, Verdict verdict, Pair place, String words, Object... arguments) {
    add(change(rule, verdict, rule.effect(), words.formatted(arguments), true, place));
  }

  /** For a rule whose changes break only some callers, depending on where they are. */
  void add(Rule rule, boolean wire, boolean java, Pair place, String words, Object... arguments) {
    Verdict verdict = wire || java ? Verdict.BREAKING : Verdict.COMPATIBLE;
    Effect effect = wire && java ? Effect.WIRE_AND_JAVA : java ? Effect.JAVA : Effect.WIRE;
    add(change(rule, verdict, effect, words.formatted(arguments), true, place));
  }

  private static Change change(
      Rule rule, Verdict verdict, Effect effect, String words, boolean announced, Pair place) {
    return new Change(rule, verdict, effect, words, announced, place.old(), place.now());
  }

  void breaking(Rule rule, Pair place, String words, Object... arguments) {
    add(rule, Verdict.BREAKING, place, words, arguments);
  }

  void compatible(Rule rule, Pair place, String words, Object... arguments) {
    add(rule, Verdict.COMPATIBLE, place, words, arguments);
  }

  private void add(Change change) {
    if (changes.stream().noneMatch(change::isSame)) {
      changes.add(change);
    }
  }

  /**
   * Something that callers use was removed. The released spec must have announced it with {@code
   * deprecated} and {@code x-sunset}; after that date, the removal counts as compatible.
   */
  void removal(Rule rule, String words, Pair place) {
    removal(rule, rule.effect(), words, place);
  }

  void removal(Rule rule, Effect effect, String words, Pair place) {
    String sunset = isDeprecated(place.old()) ? value(place.old(), Extensions.SUNSET) : "";
    if (!Extensions.isDate(sunset)) {
      add(change(rule, Verdict.BREAKING, effect, "removing " + words, false, place));
    } else if (LocalDate.parse(sunset).isBefore(today)) {
      compatible(rule, place, "removing %s, whose sunset was %s,", words, sunset);
    } else {
      String early = "removing %s before its sunset %s".formatted(words, sunset);
      add(change(rule, Verdict.BREAKING, effect, early, true, place));
    }
  }

  void compareDeprecation(String words, Pair place) {
    String oldSunset = value(place.old(), Extensions.SUNSET);
    String newSunset = value(place.now(), Extensions.SUNSET);
    if (isDeprecated(place.old()) != isDeprecated(place.now())) {
      boolean deprecated = isDeprecated(place.now());
      compatible(
          deprecated ? Rule.DEPRECATED : Rule.UNDEPRECATED,
          place,
          "%s %s",
          deprecated ? "deprecating" : "no longer deprecating",
          words);
    } else if (!oldSunset.equals(newSunset)) {
      boolean earlier = newSunset.compareTo(oldSunset) < 0;
      add(
          earlier ? Rule.SUNSET_EARLIER : Rule.SUNSET_LATER,
          earlier ? Verdict.BREAKING : Verdict.COMPATIBLE,
          place,
          "moving the sunset of %s from %s to %s",
          words,
          oldSunset,
          newSunset);
    }
  }

  /** Everything the comparison does not know counts as breaking, so that nothing slips through. */
  void compareOtherKeys(String words, Pair place, Set<String> known) {
    Set<String> keys = new TreeSet<>();
    place.old().children().forEach(child -> keys.add(child.key()));
    place.now().children().forEach(child -> keys.add(child.key()));
    keys.removeAll(known);
    for (String key : keys) {
      Pair value = place.get(key);
      if (!Json.of(value.old()).equals(Json.of(value.now()))) {
        breaking(Rule.UNKNOWN_KEY_CHANGED, value, "changing %s of %s", key, words);
      }
    }
  }

  private static boolean isDeprecated(SpecNode node) {
    return value(node, "deprecated").equals("true");
  }

  /** Looks beside a reference, or at its target. */
  static String value(SpecNode node, String key) {
    return node.has(key) ? node.get(key).text() : node.resolved().get(key).text();
  }
}
