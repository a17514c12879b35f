package org.contractshop.tools.compare;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.SpecNode;

/** Compares two versions of a schema on one side, including everything they refer to. */
final class SchemaComparison {
  private static final BigDecimal LARGEST_INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** Java types of the formats that have their own. */
  private static final Map<String, String> JAVA_TYPES =
      Map.of(
          "int64", "Long",
          "uuid", "UUID",
          "date", "LocalDate",
          "date-time", "OffsetDateTime",
          "uri", "URI");

  /** The house rules refuse these keywords, so whoever uses them must be told of any change. */
  private static final Set<String> REFUSED =
      Set.of("allOf", "anyOf", "exclusiveMaximum", "exclusiveMinimum", "not", "oneOf");

  private final Side side;
  private final Changes changes;

  private SchemaComparison(Side side, Changes changes) {
    this.side = side;
    this.changes = changes;
  }

  static void compare(Pair schemas, Side side, Changes changes) {
    new SchemaComparison(side, changes).compare(schemas);
  }

  private void compare(Pair written) {
    Pair schema = written.resolved();
    boolean isSame = schema.old().equals(schema.now());
    if (!changes.isFirstLook(side, isSame ? schema : written)) {
      return;
    }
    // A shared schema is named as such, unless the place refers to another one now.
    String words = side.place(isSame ? schema.old() : written.old());
    if (!generatedClass(schema.old()).equals(generatedClass(schema.now()))) {
      changes.breaking(
          Rule.CLASS_REPLACED,
          written,
          "replacing the generated class %s of %s by %s",
          generatedClass(schema.old()),
          words,
          generatedClass(schema.now()));
    }
    Pair type = schema.get("type");
    if (!type.old().is(type.now().text())) {
      boolean wider = widensNumbers(type.old().text(), type.now().text());
      changes.add(
          Rule.TYPE_CHANGED,
          !wider,
          true,
          type,
          "changing the type of %s from %s to %s",
          words,
          type.old().text(),
          type.now().text());
      return;
    }
    compareFormat(schema, words);
    compareDefault(schema, words);
    ValueComparison.compare(words, schema, side, changes);
    Set<String> known = new HashSet<>(Element.keysOf("schema"));
    known.removeAll(REFUSED);
    changes.compareOtherKeys(words, schema, known);
    compareProperties(words, schema);
    if (schema.get("items").either()) {
      compare(schema.get("items"));
    }
    if (schema.old().get("additionalProperties").isMapping()
        && schema.now().get("additionalProperties").isMapping()) {
      compare(schema.get("additionalProperties"));
    }
  }

  private boolean widensNumbers(String old, String now) {
    return side == Side.REQUEST
        ? old.equals("integer") && now.equals("number")
        : old.equals("number") && now.equals("integer");
  }

  /** A format is a limit of values, and some have a Java type of their own. */
  private void compareFormat(Pair schema, String words) {
    String old = format(schema.old());
    String now = format(schema.now());
    if (!old.equals(now)) {
      SpecNode sender = side == Side.REQUEST ? schema.old() : schema.now();
      String sent = format(sender);
      String expected = side == Side.REQUEST ? now : old;
      boolean narrow =
          sent.isEmpty() || expected.equals("int32") && !sent.equals("int32") && !isSmall(sender);
      boolean other = !sent.isEmpty() && !sent.startsWith("int");
      changes.add(
          Rule.FORMAT_CHANGED,
          !expected.isEmpty() && (narrow || other),
          !JAVA_TYPES.getOrDefault(old, "").equals(JAVA_TYPES.getOrDefault(now, "")),
          schema.get("format"),
          "changing the format of %s from %s to %s",
          words,
          old.isEmpty() ? "none" : old,
          now.isEmpty() ? "none" : now);
    }
  }

  /** Whether the limits of an integer are within int32. */
  private static boolean isSmall(SpecNode schema) {
    return Stream.of("minimum", "maximum")
        .map(schema::get)
        .allMatch(
            limit ->
                limit.isNumber()
                    && new BigDecimal(limit.text()).abs().compareTo(LARGEST_INT32) <= 0);
  }

  private void compareDefault(Pair schema, String words) {
    String old = value(schema.old());
    String now = value(schema.now());
    if (!old.equals(now)) {
      changes.breaking(
          Rule.DEFAULT_CHANGED,
          schema.get("default"),
          "changing the default of %s from %s to %s",
          words,
          old.isEmpty() ? "none" : old,
          now.isEmpty() ? "none" : now);
    }
  }

  private void compareProperties(String words, Pair schema) {
    Pair properties = schema.get("properties");
    for (SpecNode property : properties.old().children()) {
      Pair same = properties.get(property.key());
      if (same.now().exists()) {
        compareRequired(property, schema);
        changes.compareDeprecation(side.place(property), same);
        compare(same);
      } else {
        changes.removal(Rule.PROPERTY_REMOVED, side.place(property), same);
      }
    }
    for (SpecNode property : properties.now().children()) {
      if (!properties.old().has(property.key())) {
        addProperty(property, schema);
      }
    }
    compareConstructor(words, schema);
  }

  private void addProperty(SpecNode property, Pair schema) {
    boolean required = isRequired(schema.now(), property);
    boolean unexpected =
        side == Side.REQUEST ? required : schema.oldIs("additionalProperties", "false");
    changes.add(
        Rule.PROPERTY_ADDED,
        unexpected,
        unexpected && side == Side.REQUEST,
        new Pair(schema.old().get("properties"), property),
        "adding the %s %s",
        required ? "required" : "optional",
        side.place(property).substring("the ".length()));
  }

  private void compareRequired(SpecNode property, Pair schema) {
    boolean wasRequired = isRequired(schema.old(), property);
    boolean isRequired = isRequired(schema.now(), property);
    if (isRequired && !wasRequired) {
      changes.add(
          Rule.REQUIRED,
          side == Side.REQUEST,
          side == Side.REQUEST,
          schema.get("required"),
          "making %s required",
          side.place(property));
    } else if (wasRequired && !isRequired) {
      changes.add(
          Rule.OPTIONAL,
          side == Side.RESPONSE,
          side == Side.REQUEST,
          schema.get("required"),
          "making %s optional",
          side.place(property));
    }
  }

  /**
   * Callers construct requests with the required properties in the order of the spec. If one is
   * added or removed, their code does not compile; in a different order, it would send them
   * swapped.
   */
  private void compareConstructor(String words, Pair schema) {
    List<String> old = constructor(schema.old(), schema.now());
    List<String> now = constructor(schema.now(), schema.old());
    if (side == Side.REQUEST && !old.equals(now)) {
      changes.breaking(
          Rule.CONSTRUCTOR_CHANGED,
          schema.get("properties"),
          "changing the constructor of %s from %s to %s",
          words.replaceFirst("^the schema (\\w+) in requests$", "$1"),
          old,
          now);
    }
  }

  /** The required properties that both versions have. */
  private static List<String> constructor(SpecNode schema, SpecNode other) {
    return schema.get("properties").children().stream()
        .filter(property -> isRequired(schema, property) && isRequired(other, property))
        .filter(property -> other.get("properties").has(property.key()))
        .map(SpecNode::key)
        .toList();
  }

  private static boolean isRequired(SpecNode schema, SpecNode property) {
    return schema.get("required").texts().contains(property.key());
  }

  /** Objects and enums in components become classes; everything else becomes a class of the JDK. */
  private static String generatedClass(SpecNode schema) {
    boolean generated = schema.get("type").is("object") || schema.has("enum");
    return generated && schema.pointer().startsWith("/components/schemas/") ? schema.key() : "none";
  }

  private static String value(SpecNode schema) {
    SpecNode value = schema.get("default");
    return value.isList() || value.isMapping() ? Json.of(value).toString() : value.text();
  }

  /** A password is a text that a form does not show. */
  private static String format(SpecNode schema) {
    String format = schema.get("format").text();
    return format.equals("password") ? "" : format;
  }
}
