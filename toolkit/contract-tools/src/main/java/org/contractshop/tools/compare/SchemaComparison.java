package org.contractshop.tools.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractshop.tools.spec.SpecNode;

/** Compares two versions of a schema on one side, with all that they refer to. */
final class SchemaComparison {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "description",
          "example",
          "type",
          "format",
          "deprecated",
          "x-sunset",
          "default",
          "items",
          "properties",
          "required");

  private final Side side;
  private final Changes changes;

  private SchemaComparison(Side side, Changes changes) {
    this.side = side;
    this.changes = changes;
  }

  static void compare(SpecNode released, SpecNode current, Side side, Changes changes) {
    new SchemaComparison(side, changes).compare(released, current);
  }

  private void compare(SpecNode released, SpecNode current) {
    SpecNode old = released.resolved();
    SpecNode now = current.resolved();
    boolean isSame = old.equals(now);
    if (!changes.isFirstLook(side, isSame ? old : released, isSame ? now : current)) {
      return;
    }
    // A shared schema is named as such, unless the place refers to another one now.
    String place = side.place(isSame ? old : released);
    if (!generatedClass(old).equals(generatedClass(now))) {
      changes.breaking(
          "replacing the generated class %s of %s by %s",
          generatedClass(old), place, generatedClass(now));
    }
    if (!old.get("type").is(now.get("type").text())) {
      changes.breaking(
          "changing the type of %s from %s to %s",
          place, old.get("type").text(), now.get("type").text());
      return;
    }
    compareText("format", format(old), format(now), place);
    compareText("default", old.get("default").text(), now.get("default").text(), place);
    ValueComparison.compare(place, old, now, side, changes);
    Set<String> known = new HashSet<>(KEYS);
    known.addAll(ValueComparison.KEYS);
    changes.compareOtherKeys(place, old, now, known);
    compareProperties(place, old, now);
    if (old.has("items") || now.has("items")) {
      compare(old.get("items"), now.get("items"));
    }
  }

  private void compareText(String key, String old, String now, String place) {
    if (!old.equals(now)) {
      changes.breaking(
          "changing the %s of %s from %s to %s",
          key, place, old.isEmpty() ? "none" : old, now.isEmpty() ? "none" : now);
    }
  }

  private void compareProperties(String place, SpecNode old, SpecNode now) {
    for (SpecNode property : old.get("properties").children()) {
      SpecNode same = now.get("properties").get(property.key());
      if (same.exists()) {
        compareRequired(property, old, now);
        changes.compareDeprecation(side.place(property), property, same);
        compare(property, same);
      } else {
        changes.removal(side.place(property), property);
      }
    }
    for (SpecNode property : now.get("properties").children()) {
      if (!old.get("properties").has(property.key())) {
        addProperty(property, old, now);
      }
    }
    if (side == Side.REQUEST && !constructor(old, now).equals(constructor(now, old))) {
      changes.breaking("changing the order of the required properties of %s", place);
    }
  }

  private void addProperty(SpecNode property, SpecNode old, SpecNode now) {
    boolean required = isRequired(now, property);
    boolean unexpected =
        side == Side.REQUEST ? required : old.get("additionalProperties").is("false");
    changes.add(
        unexpected ? Verdict.BREAKING : Verdict.COMPATIBLE,
        "adding the %s %s",
        required ? "required" : "optional",
        side.place(property).substring("the ".length()));
  }

  private void compareRequired(SpecNode property, SpecNode old, SpecNode now) {
    boolean wasRequired = isRequired(old, property);
    boolean isRequired = isRequired(now, property);
    if (isRequired && !wasRequired) {
      changes.add(side.ofFewerValues(), "making %s required", side.place(property));
    } else if (wasRequired && !isRequired) {
      changes.add(side.ofMoreValues(), "making %s optional", side.place(property));
    }
  }

  /** The required properties that both have: arguments of a generated constructor. */
  private static List<String> constructor(SpecNode of, SpecNode with) {
    List<String> names = new ArrayList<>();
    for (SpecNode property : of.get("properties").children()) {
      if (isRequired(of, property)
          && isRequired(with, property)
          && with.get("properties").has(property.key())) {
        names.add(property.key());
      }
    }
    return names;
  }

  private static boolean isRequired(SpecNode schema, SpecNode property) {
    return schema.get("required").texts().contains(property.key());
  }

  /** Objects and enums of components become classes; all else becomes a class of Java itself. */
  private static String generatedClass(SpecNode schema) {
    boolean generated = schema.get("type").is("object") || schema.has("enum");
    return generated && schema.pointer().startsWith("/components/schemas/") ? schema.key() : "none";
  }

  /** A password is a text that a form does not show. */
  private static String format(SpecNode schema) {
    String format = schema.get("format").text();
    return format.equals("password") ? "" : format;
  }
}
