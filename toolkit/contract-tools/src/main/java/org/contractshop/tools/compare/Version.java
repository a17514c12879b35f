package org.contractshop.tools.compare;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A semantic version. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Empty if the text is not a version of three numbers. */
  static Optional<Version> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** The least version after this one that may bring such a change. */
  Version next(Verdict verdict) {
    return switch (verdict) {
      case NONE -> this;
      case COMPATIBLE -> new Version(major, minor + 1, 0);
      case BREAKING -> new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
