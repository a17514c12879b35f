package org.contractshop.tools.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The keys that this house adds to OpenAPI. docs/spec-extensions.md describes them. */
public final class Extensions {
  /** Who may call an operation. */
  public static final String ROLES = "x-roles";

  /** A POST or PATCH that is sent twice is executed once. */
  public static final String IDEMPOTENT = "x-idempotent";

  /** Which problems an error response can hold. */
  public static final String PROBLEM_TYPES = "x-problem-types";

  /** Why the request of an example is refused, where the tools need to know. */
  public static final String REASON = "x-reason";

  /** The last day of a deprecated part. */
  public static final String SUNSET = "x-sunset";

  /** Since when an operation is deprecated. */
  public static final String DEPRECATED_SINCE = "x-deprecated-since";

  /** Callers must expect values that the enum does not list yet. */
  public static final String EXTENSIBLE_ENUM = "x-extensible-enum";

  /** What a pattern requires, in words, for callers who sent something else. */
  public static final String PATTERN_MESSAGE = "x-pattern-message";

  /** A refusal of a request that the schemas allow. */
  public static final String BUSINESS_RULE = "business-rule";

  /** The refusal of an expired, forged or malformed token. */
  public static final String INVALID_TOKEN = "invalid-token";

  /** The prefix of a name from {@code x-problem-types} in the field {@code type}. */
  public static final String PROBLEM_TYPE_PREFIX = "urn:problem-type:";

  /** The roles that a token can have. */
  public static final List<String> KNOWN_ROLES = List.of("user", "service", "admin");

  private Extensions() {}

  /** Whether a text is a date in the format of these keys, such as {@code 2027-06-30}. */
  public static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException exception) {
      return false;
    }
  }
}
