package org.contractshop.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Link} (RFC 8288, section 3). */
final class LinkHeader {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern TARGET = Pattern.compile("[\\s,]*+<(?<target>[^>]*)>");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*+;\\s*+(?:(?<name>%s)\\s*+(?:=\\s*+(?<value>%s|[^\\s\";,]*+))?)?"
              .formatted(TOKEN, QUOTED));

  private LinkHeader() {}

  /**
   * The target of the first link with the relation {@code next}, perhaps relative.
   *
   * @param values of the header, each with any number of links
   */
  static @Nullable String next(List<String> values) {
    for (String value : values) {
      String next = next(value);
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  private static @Nullable String next(String value) {
    Matcher target = TARGET.matcher(value);
    Matcher parameter = PARAMETER.matcher(value);
    int position = 0;
    while (target.region(position, value.length()).lookingAt()) {
      position = target.end();
      String relations = null;
      boolean ofAnother = false;
      while (parameter.region(position, value.length()).lookingAt()) {
        position = parameter.end();
        String name = String.valueOf(parameter.group("name")).toLowerCase(Locale.ROOT);
        // If there are several, the first one counts (section 3.3).
        if (name.equals("rel") && relations == null) {
          relations = unquoted(parameter.group("value"));
        }
        // Then the link is not about this list (section 3.2).
        ofAnother |= name.equals("anchor");
      }
      if (!ofAnother && relations != null && isNext(relations)) {
        return target.group("target").strip();
      }
    }
    return null;
  }

  private static boolean isNext(String relations) {
    return Arrays.stream(relations.strip().split("\\s+")).anyMatch("next"::equalsIgnoreCase);
  }

  private static String unquoted(@Nullable String value) {
    if (value == null || !value.startsWith("\"")) {
      return value == null ? "" : value;
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
