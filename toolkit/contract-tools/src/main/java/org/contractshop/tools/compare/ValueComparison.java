package org.contractshop.tools.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.SpecNode;

/** Compares which values two versions of a schema allow, keyword by keyword. */
final class ValueComparison {
  static final Set<String> KEYS =
      Set.of(
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "pattern",
          "enum",
          "x-extensible-enum",
          "nullable",
          "uniqueItems",
          "additionalProperties");

  private final String place;
  private final SpecNode old;
  private final SpecNode now;
  private final Side side;
  private final Changes changes;

  private ValueComparison(String place, SpecNode old, SpecNode now, Side side, Changes changes) {
    this.place = place;
    this.old = old;
    this.now = now;
    this.side = side;
    this.changes = changes;
  }

  static void compare(String place, SpecNode old, SpecNode now, Side side, Changes changes) {
    ValueComparison comparison = new ValueComparison(place, old, now, side, changes);
    for (Bound.Kind kind : Bound.Kind.values()) {
      comparison.compareBound(kind);
    }
    comparison.comparePattern();
    comparison.compareSteps();
    comparison.compareEnum();
    comparison.compareNull();
    comparison.compareRepetition();
    comparison.compareAdditionalProperties();
  }

  private void compareBound(Bound.Kind kind) {
    Bound before = Bound.of(kind, old);
    Bound after = Bound.of(kind, now);
    int change = after.compareTo(before);
    if (change != 0) {
      changes.add(
          change > 0 == kind.isLower() ? side.ofFewerValues() : side.ofMoreValues(),
          "changing the %s of %s from %s to %s",
          kind.key(),
          place,
          before,
          after);
    }
  }

  /** Which of two patterns allows more cannot be computed, so that another one breaks. */
  private void comparePattern() {
    String before = old.get("pattern").text();
    String after = now.get("pattern").text();
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty()) {
      changes.add(side.ofFewerValues(), "adding a pattern to %s", place);
    } else if (after.isEmpty()) {
      changes.add(side.ofMoreValues(), "removing the pattern of %s", place);
    } else {
      changes.breaking("changing the pattern of %s", place);
    }
  }

  private void compareSteps() {
    String before = old.get("multipleOf").text();
    String after = now.get("multipleOf").text();
    boolean fewer = before.isEmpty() || (!after.isEmpty() && isMultiple(after, before));
    boolean more = after.isEmpty() || (!before.isEmpty() && isMultiple(before, after));
    if (fewer && more) {
      return;
    }
    Verdict ofOne = fewer ? side.ofFewerValues() : side.ofMoreValues();
    changes.add(
        fewer || more ? ofOne : Verdict.BREAKING,
        "changing multipleOf of %s from %s to %s",
        place,
        before.isEmpty() ? "none" : before,
        after.isEmpty() ? "none" : after);
  }

  private static boolean isMultiple(String number, String step) {
    return new BigDecimal(number).remainder(new BigDecimal(step)).signum() == 0;
  }

  /**
   * A new value in a response breaks callers that decide by the known ones, unless the released
   * schema told them with {@code x-extensible-enum: true} to expect more.
   */
  private void compareEnum() {
    if (old.has("enum") != now.has("enum")) {
      changes.breaking("%s the enum of %s", now.has("enum") ? "adding" : "removing", place);
      return;
    }
    List<String> before = old.get("enum").texts();
    List<String> after = now.get("enum").texts();
    boolean told = side == Side.RESPONSE && old.get("x-extensible-enum").is("true");
    Verdict ofNew = told ? Verdict.COMPATIBLE : side.ofMoreValues();
    without(after, before)
        .forEach(value -> changes.add(ofNew, "adding the value %s to %s", value, place));
    without(before, after)
        .forEach(
            value ->
                changes.add(side.ofFewerValues(), "removing the value %s of %s", value, place));
    boolean tells = now.get("x-extensible-enum").is("true");
    if (tells != old.get("x-extensible-enum").is("true")) {
      changes.compatible("%s new values of %s", tells ? "announcing" : "ruling out", place);
    }
  }

  private static List<String> without(List<String> values, List<String> others) {
    List<String> rest = new ArrayList<>(values);
    rest.removeAll(new HashSet<>(others));
    return rest;
  }

  private void compareNull() {
    boolean before = old.get("nullable").is("true");
    boolean after = now.get("nullable").is("true");
    if (before != after) {
      changes.add(
          after ? side.ofMoreValues() : side.ofFewerValues(),
          "%s null as %s",
          after ? "allowing" : "refusing",
          place);
    }
  }

  private void compareRepetition() {
    boolean before = old.get("uniqueItems").is("true");
    boolean after = now.get("uniqueItems").is("true");
    if (before != after) {
      changes.add(
          after ? side.ofFewerValues() : side.ofMoreValues(),
          "%s equal elements in %s",
          after ? "refusing" : "allowing",
          place);
    }
  }

  private void compareAdditionalProperties() {
    SpecNode before = old.get("additionalProperties");
    SpecNode after = now.get("additionalProperties");
    if (before.is("false") != after.is("false")) {
      changes.add(
          after.is("false") ? side.ofFewerValues() : side.ofMoreValues(),
          "%s unknown properties in %s",
          after.is("false") ? "refusing" : "allowing",
          place);
    } else if ((before.isMapping() || after.isMapping())
        && !Json.of(before).equals(Json.of(after))) {
      changes.breaking("changing additionalProperties of %s", place);
    }
  }
}
