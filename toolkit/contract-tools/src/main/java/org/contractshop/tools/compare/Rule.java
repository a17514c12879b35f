package org.contractshop.tools.compare;

import java.util.Locale;

/** The rules of the comparison. docs/spec-rules.md is generated from them. */
public enum Rule {
  SERVER_REMOVED(Effect.WIRE, "Callers have the address in their configuration."),
  SERVER_ADDED(Effect.WIRE, "Nobody has to use a new address."),
  OPERATION_REMOVED(
      Effect.WIRE_AND_JAVA,
      "Callers get a 404 or 405, and the client's method is gone, unless only the path changed."),
  OPERATION_ADDED(Effect.WIRE, "Nobody has to call it."),
  OPERATION_RENAMED(Effect.JAVA, "The operationId is the name of the client's method."),
  OPERATION_MOVED(Effect.JAVA, "The tag is the name of the client's interface."),
  DEPRECATED(Effect.WIRE, "It keeps working until its sunset."),
  UNDEPRECATED(Effect.WIRE, "It stays available."),
  SUNSET_EARLIER(Effect.WIRE, "Callers planned with the later date."),
  SUNSET_LATER(Effect.WIRE, "Callers have more time."),
  CREDENTIALS_TIGHTENED(Effect.WIRE, "Callers with the old credentials are refused."),
  CREDENTIALS_LOOSENED(Effect.WIRE, "All callers who were admitted still are."),
  ROLE_REMOVED(Effect.WIRE, "Callers with this role get a 403."),
  ROLE_ADDED(Effect.WIRE, "All callers who were admitted still are."),
  IDEMPOTENCE_REMOVED(Effect.WIRE, "Callers may repeat a request that got no response."),
  PARAMETER_REMOVED(
      Effect.WIRE_AND_JAVA, "Callers send it for a reason, and its effect would be lost."),
  PARAMETER_ADDED(
      Effect.WIRE_AND_JAVA,
      "Existing requests lack a required parameter; an optional one does not matter."),
  PARAMETERS_REORDERED(
      Effect.JAVA, "They are the arguments of the client's method, in this order."),
  REQUIRED(Effect.WIRE, "Callers must now send what was optional, or can now rely on it."),
  OPTIONAL(Effect.WIRE, "Callers may now omit what was required, or can no longer rely on it."),
  REQUEST_BODY_REMOVED(Effect.WIRE_AND_JAVA, "Callers send it for a reason."),
  REQUEST_BODY_ADDED(Effect.WIRE_AND_JAVA, "Existing requests lack a required body."),
  MEDIA_TYPE_REMOVED(Effect.WIRE, "Callers send it, or ask for it."),
  MEDIA_TYPE_ADDED(Effect.WIRE, "Nobody has to use it."),
  RESPONSE_REMOVED(Effect.WIRE, "Another response takes its place, which callers do not expect."),
  RESPONSE_ADDED(Effect.WIRE, "Callers must expect any error, but not a new success."),
  PROBLEM_TYPE_REMOVED(
      Effect.WIRE_AND_JAVA, "Callers branch on it, and its exception class is gone."),
  PROBLEM_TYPE_ADDED(Effect.WIRE, "Callers treat an unknown type according to its status."),
  PROBLEM_TYPE_MOVED(Effect.WIRE, "Callers treat a type the same wherever it occurs."),
  HEADER_REMOVED(Effect.WIRE, "Callers read it."),
  HEADER_ADDED(Effect.WIRE, "Nobody has to read it."),
  CLASS_REPLACED(Effect.JAVA, "The name of a schema is the name of the client's class."),
  CONSTRUCTOR_CHANGED(
      Effect.JAVA,
      "The required properties are the arguments of the client's constructor, in this order: old"
          + " code sends them swapped."),
  TYPE_CHANGED(Effect.WIRE_AND_JAVA, "Existing values have another type."),
  FORMAT_CHANGED(
      Effect.WIRE_AND_JAVA, "The format determines how values look, and their Java type."),
  DEFAULT_CHANGED(Effect.WIRE, "Callers who omit it get something else."),
  PROPERTY_REMOVED(Effect.WIRE_AND_JAVA, "Callers send or read it."),
  PROPERTY_ADDED(
      Effect.WIRE_AND_JAVA,
      "A required one is missing in the requests of today, and a closed response had promised that"
          + " there is no other."),
  LIMIT_CHANGED(
      Effect.WIRE, "A request may now be refused, or a response may contain unexpected values."),
  PATTERN_CHANGED(
      Effect.WIRE,
      "Whether a new pattern allows more or less than the old one cannot be computed."),
  ENUM_CHANGED(Effect.WIRE_AND_JAVA, "The Java type of the field changes."),
  ENUM_VALUE_ADDED(Effect.WIRE, "Callers branch on the values they know."),
  ENUM_VALUE_REMOVED(Effect.WIRE_AND_JAVA, "Callers send it, and its Java constant is gone."),
  ENUM_OPENNESS_CHANGED(Effect.WIRE, "It tells callers whether to expect more values."),
  NULL_CHANGED(Effect.WIRE, "Callers do not check for null where there was none."),
  UNIQUENESS_CHANGED(Effect.WIRE_AND_JAVA, "A list becomes a set, or the other way round."),
  UNKNOWN_PROPERTIES_CHANGED(
      Effect.WIRE, "A request with another property is refused, or a response may contain one."),
  OTHER_PROPERTIES_TYPED(Effect.WIRE_AND_JAVA, "The values of a map have another type."),
  UNKNOWN_KEY_CHANGED(
      Effect.WIRE,
      "What the comparison does not know counts as breaking, so that nothing slips through.");

  private final Effect effect;
  private final String reason;

  Rule(Effect effect, String reason) {
    this.effect = effect;
    this.reason = reason;
  }

  /** Such as {@code operation-removed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Effect effect() {
    return effect;
  }

  public String reason() {
    return reason;
  }
}
