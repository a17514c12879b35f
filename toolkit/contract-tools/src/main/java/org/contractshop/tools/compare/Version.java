package org.contractshop.tools.compare;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Service;

/** A semantic version. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern TEXT = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+)");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  static Version of(Service service) {
    String text = service.version();
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s: info.version must be three numbers, such as 1.2.3, is %s"
              .formatted(service.document().file(), text));
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
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
