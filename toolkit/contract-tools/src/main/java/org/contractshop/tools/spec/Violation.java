package org.contractshop.tools.spec;

import java.util.Comparator;

/**
 * A broken rule: where it is broken, what is wrong and what to do.
 *
 * @param rule its name in docs/spec-rules.md
 */
public record Violation(String rule, String file, int line, String text)
    implements Comparable<Violation> {
  private static final Comparator<Violation> BY_PLACE =
      Comparator.comparing(Violation::file)
          .thenComparing(Violation::line)
          .thenComparing(Violation::text);

  public static Violation at(String rule, SpecNode node, String problem) {
    return new Violation(rule, node.file(), node.line(), Place.of(node) + " " + problem);
  }

  @Override
  public int compareTo(Violation other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + " " + text;
  }
}
