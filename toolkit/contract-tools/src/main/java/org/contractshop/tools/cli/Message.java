package org.contractshop.tools.cli;

import org.contractshop.tools.spec.Violation;

/**
 * A message to print.
 *
 * @param kind {@code breaking}, {@code compatible} or {@code complaint}
 * @param effect what a breaking change breaks: {@code wire}, {@code java}, {@code wire_and_java};
 *     otherwise empty
 * @param file where it is now
 * @param released where it was, as {@code file:line}; empty for a complaint
 * @param users who uses it, in words; empty if nobody does
 */
record Message(
    String service,
    String rule,
    String kind,
    String effect,
    String file,
    int line,
    String released,
    String text,
    String users) {
  /**
   * @param file where it is, for an editor or a terminal
   */
  static Message of(Violation complaint, String file) {
    return new Message(
        complaint.file().replaceFirst("\\.yaml$", ""),
        complaint.rule(),
        "complaint",
        "",
        file,
        complaint.line(),
        "",
        complaint.text(),
        "");
  }

  boolean isCompatible() {
    return kind.equals("compatible");
  }

  String place() {
    return file + ":" + line;
  }
}
