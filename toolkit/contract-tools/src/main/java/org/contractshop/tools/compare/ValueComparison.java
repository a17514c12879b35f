package org.contractshop.tools.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.contractshop.tools.spec.Extensions;

/** Compares the values that two versions of a schema allow, keyword by keyword. */
final class ValueComparison {
  private final String words;
  private final Pair schema;
  private final Side side;
  private final Changes changes;

  private ValueComparison(String words, Pair schema, Side side, Changes changes) {
    this.words = words;
    this.schema = schema;
    this.side = side;
    this.changes = changes;
  }

  static void compare(String words, Pair schema, Side side, Changes changes) {
    ValueComparison comparison = new ValueComparison(words, schema, side, changes);
    for (Bound.Kind kind : Bound.Kind.values()) {
      comparison.compareBound(kind);
    }
    comparison.comparePattern();
    comparison.compareSteps();
    comparison.compareEnum();
    comparison.compareNull();
    comparison.compareUniqueness();
    comparison.compareAdditionalProperties();
  }

  private void compareBound(Bound.Kind kind) {
    Bound before = Bound.of(kind, schema.old());
    Bound after = Bound.of(kind, schema.now());
    int change = after.compareTo(before);
    if (change != 0) {
      changes.add(
          Rule.LIMIT_CHANGED,
          change > 0 == kind.isLower() ? side.ofFewerValues() : side.ofMoreValues(),
          schema.get(kind.key()),
          "changing the %s of %s from %s to %s",
          kind.key(),
          words,
          before,
          after);
    }
  }

  /** Which of two patterns allows more cannot be computed, so any change of a pattern breaks. */
  private void comparePattern() {
    Pair pattern = schema.get("pattern");
    String before = pattern.old().text();
    String after = pattern.now().text();
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty()) {
      add(Rule.PATTERN_CHANGED, side.ofFewerValues(), pattern, "adding a pattern to %s");
    } else if (after.isEmpty()) {
      add(Rule.PATTERN_CHANGED, side.ofMoreValues(), pattern, "removing the pattern of %s");
    } else {
      add(Rule.PATTERN_CHANGED, Verdict.BREAKING, pattern, "changing the pattern of %s");
    }
  }

  private void compareSteps() {
    Pair steps = schema.get("multipleOf");
    Step before = Step.of(steps.old());
    Step after = Step.of(steps.now());
    if (before.equals(after)) {
      return;
    }
    Verdict ofOne = after.isMultipleOf(before) ? side.ofFewerValues() : side.ofMoreValues();
    changes.add(
        Rule.LIMIT_CHANGED,
        after.isMultipleOf(before) || before.isMultipleOf(after) ? ofOne : Verdict.BREAKING,
        steps,
        "changing multipleOf of %s from %s to %s",
        words,
        before,
        after);
  }

  /**
   * A new value in a response breaks callers that decide by the known ones, unless the released
   * schema told them with {@code x-extensible-enum: true} to expect more.
   */
  private void compareEnum() {
    Pair values = schema.get("enum");
    if (values.old().exists() != values.now().exists()) {
      boolean fewer = values.now().exists();
      changes.add(
          Rule.ENUM_CHANGED,
          side.breaks(fewer),
          isOfClass(),
          values,
          "%s the enum of %s",
          values.now().exists() ? "adding" : "removing",
          words);
      return;
    }
    List<String> before = values.old().texts();
    List<String> after = values.now().texts();
    boolean told = side == Side.RESPONSE && schema.oldIs(Extensions.EXTENSIBLE_ENUM, "true");
    Verdict ofNew = told ? Verdict.COMPATIBLE : side.ofMoreValues();
    for (String value : without(after, before)) {
      changes.add(Rule.ENUM_VALUE_ADDED, ofNew, values, "adding the value %s to %s", value, words);
    }
    for (String value : without(before, after)) {
      changes.add(
          Rule.ENUM_VALUE_REMOVED,
          side.breaks(true),
          isOfClass(),
          values,
          "removing the value %s of %s",
          value,
          words);
    }
    boolean tells = schema.nowIs(Extensions.EXTENSIBLE_ENUM, "true");
    if (tells != schema.oldIs(Extensions.EXTENSIBLE_ENUM, "true")) {
      changes.compatible(
          Rule.ENUM_OPENNESS_CHANGED,
          schema.get(Extensions.EXTENSIBLE_ENUM),
          "%s new values of %s",
          tells ? "announcing" : "ruling out",
          words);
    }
  }

  private static List<String> without(List<String> values, List<String> others) {
    List<String> rest = new ArrayList<>(values);
    rest.removeAll(new HashSet<>(others));
    return rest;
  }

  /** The list of a property becomes a set, or the other way round; any other stays a list. */
  private void compareUniqueness() {
    boolean after = schema.nowIs("uniqueItems", "true");
    if (after != schema.oldIs("uniqueItems", "true")) {
      changes.add(
          Rule.UNIQUENESS_CHANGED,
          side.breaks(after),
          schema.old().path().contains("properties"),
          schema.get("uniqueItems"),
          "%s equal elements in %s",
          after ? "refusing" : "allowing",
          words);
    }
  }

  /** An enum written in a parameter or header is a string in Java. */
  private boolean isOfClass() {
    List<String> path = schema.old().path();
    return !path.contains("parameters") && !path.contains("headers");
  }

  private void compareNull() {
    boolean after = schema.nowIs("nullable", "true");
    if (after != schema.oldIs("nullable", "true")) {
      add(
          Rule.NULL_CHANGED,
          after ? side.ofMoreValues() : side.ofFewerValues(),
          schema.get("nullable"),
          (after ? "allowing" : "refusing") + " null as %s");
    }
  }

  private void compareAdditionalProperties() {
    Pair others = schema.get("additionalProperties");
    boolean before = others.old().is("false");
    boolean after = others.now().is("false");
    if (others.old().isMapping() != others.now().isMapping()) {
      boolean fewer = others.now().isMapping() ? !before : after;
      changes.add(
          Rule.OTHER_PROPERTIES_TYPED,
          side.breaks(fewer),
          !others.now().isMapping(),
          others,
          "changing additionalProperties of %s",
          words);
    } else if (before != after) {
      add(
          Rule.UNKNOWN_PROPERTIES_CHANGED,
          after ? side.ofFewerValues() : side.ofMoreValues(),
          others,
          (after ? "refusing" : "allowing") + " unknown properties in %s");
    } else if (others.old().is("true") != others.now().is("true")) {
      add(
          Rule.UNKNOWN_PROPERTIES_CHANGED,
          Verdict.COMPATIBLE,
          others,
          (others.now().is("true") ? "saying" : "no longer saying")
              + " that %s has unknown properties");
    }
  }

  private void add(Rule rule, Verdict verdict, Pair place, String sentence) {
    changes.add(rule, verdict, place, sentence, words);
  }
}
