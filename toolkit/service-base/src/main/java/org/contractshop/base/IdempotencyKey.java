package org.contractshop.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of an {@code Idempotency-Key}. In the IETF draft it is a quoted string, but most
 * callers send it bare; both mean the same key.
 */
public final class IdempotencyKey {
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])+)\"");

  private IdempotencyKey() {}

  /**
   * @return the key without quotes
   * @throws InvalidInputException if it starts like a quoted string but is not one
   */
  public static @Nullable String parse(@Nullable String header) {
    if (header == null || !header.startsWith("\"")) {
      return header;
    }
    Matcher quoted = QUOTED.matcher(header);
    if (!quoted.matches()) {
      throw new InvalidInputException("Idempotency-Key", "must be a key, bare or in quotes");
    }
    return quoted.group(1).replaceAll("\\\\(.)", "$1");
  }
}
