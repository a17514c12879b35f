package org.contractshop.tools.client;

/** Text of a spec in Java comments. */
final class Javadoc {
  private Javadoc() {}

  static String sentence(String markdown) {
    String text = escaped(markdown);
    return text.matches(".*[.?!]") ? text : text + ".";
  }

  static String escaped(String markdown) {
    return markdown
        .strip()
        .replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replaceAll("`([^`{}]+)`", "{@code $1}");
  }
}
