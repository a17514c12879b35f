package org.contractshop.tools.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One edit of a spec, as a person would type it: whole lines, replaced where they first stand after
 * another line. How far they are indented does not matter; the new ones follow the old ones.
 */
public record TextEdit(String file, String after, String replace, String with, boolean everywhere) {

  /** From a row of a table in YAML. */
  public static TextEdit of(Map<String, Object> row) {
    return new TextEdit(
        text(row, "file"),
        text(row, "after"),
        text(row, "replace"),
        text(row, "with"),
        Boolean.TRUE.equals(row.get("everywhere")));
  }

  /** The texts with this edit. Fails if there is nothing to edit, or if nothing changes. */
  public Map<String, String> applyTo(Map<String, String> texts) {
    Map<String, String> edited = new TreeMap<>(texts);
    edited.compute(file, (name, text) -> everywhere ? renamed(text) : replaced(text));
    if (edited.equals(texts)) {
      throw new IllegalStateException(this + " changes nothing");
    }
    return edited;
  }

  /** The number of the first line that this edit replaces. */
  public int line(Map<String, String> texts) {
    return everywhere
        ? 1
        : position(Objects.requireNonNull(texts.get(file), file).lines().toList()) + 1;
  }

  private String renamed(String text) {
    return text.replaceAll("\\b" + replace + "\\b", with);
  }

  private String replaced(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int position = position(lines);
    String indent = indent(lines.get(position));
    List<String> old = lines.subList(position, position + replace.lines().toList().size());
    old.clear();
    old.addAll(with.lines().map(line -> indent + line).toList());
    return String.join("\n", lines) + "\n";
  }

  private int position(List<String> lines) {
    int start = after.isEmpty() ? 0 : anchor(lines) + 1;
    List<String> wanted = replace.lines().toList();
    return IntStream.rangeClosed(start, lines.size() - wanted.size())
        .filter(
            position -> {
              String indent = indent(lines.get(position));
              List<String> block = lines.subList(position, position + wanted.size());
              return block.equals(wanted.stream().map(line -> indent + line).toList());
            })
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(this + " finds no such lines"));
  }

  private int anchor(List<String> lines) {
    int anchor = lines.stream().map(String::strip).toList().indexOf(after);
    if (anchor < 0) {
      throw new IllegalStateException(this + " finds no line: " + after);
    }
    return anchor;
  }

  private static String indent(String line) {
    return " ".repeat(line.length() - line.stripLeading().length());
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.getOrDefault(key, "")).stripTrailing();
  }
}
