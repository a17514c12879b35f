package org.contractshop.tools.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One edit of a spec, as a person would type it: whole lines, replaced where they first occur after
 * another line. Their indentation does not matter; new lines are indented like the old ones.
 */
public record TextEdit(String file, String after, String replace, String with, boolean everywhere) {
  private static final Pattern DIFF_LINE = Pattern.compile("(?m)^(?:--- (.+)|@@ ?(.*)|([ +-].*))$");

  /** From a row of a table in YAML. */
  public static TextEdit of(Map<String, Object> row) {
    return new TextEdit(
        text(row, "file"),
        text(row, "after"),
        text(row, "replace"),
        text(row, "with"),
        Boolean.TRUE.equals(row.get("everywhere")));
  }

  /**
   * One edit per hunk. A line {@code --- <file>} names the file, {@code @@ <line>} the line after
   * which the following ones are looked for.
   */
  static List<TextEdit> ofDiff(String diff) {
    List<TextEdit> edits = new ArrayList<>();
    String file = "";
    String after = "";
    List<String> hunk = new ArrayList<>();
    for (MatchResult line : DIFF_LINE.matcher(diff).results().toList()) {
      if (line.group(3) != null) {
        hunk.add(line.group(3));
        continue;
      }
      flush(hunk, file, after, edits);
      file = line.group(1) == null ? file : line.group(1);
      after = line.group(2) == null ? "" : line.group(2);
    }
    flush(hunk, file, after, edits);
    return edits;
  }

  private static void flush(List<String> hunk, String file, String after, List<TextEdit> edits) {
    if (!hunk.isEmpty()) {
      edits.add(new TextEdit(file, after, side(hunk, '+'), side(hunk, '-'), false));
      hunk.clear();
    }
  }

  private static String side(List<String> hunk, char without) {
    return hunk.stream()
        .filter(line -> line.charAt(0) != without)
        .map(line -> line.substring(1))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the texts with this edit. Fails if there is nothing to edit, or if nothing changes. */
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
