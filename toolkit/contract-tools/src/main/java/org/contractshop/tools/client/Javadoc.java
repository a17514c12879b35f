package org.contractshop.tools.client;

import java.util.Arrays;
import java.util.List;

/** Turns text of a spec into Java comments. */
final class Javadoc {
  private Javadoc() {}

  static String sentence(String markdown) {
    String text = escaped(markdown);
    return text.matches(".*[.?!]") ? text : text + ".";
  }

  /** Of a description, each without its line breaks. */
  static List<String> paragraphs(String markdown) {
    return Arrays.stream(markdown.strip().split("\\n\\s*\\n"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(Javadoc::sentence)
        .toList();
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
