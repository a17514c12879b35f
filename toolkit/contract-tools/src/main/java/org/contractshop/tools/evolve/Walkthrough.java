package org.contractshop.tools.evolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edits and outputs in docs/evolving-an-api.md: the fenced blocks under each heading, in order.
 *
 * <ul>
 *   <li>{@code diff}: edits of specs. A line {@code --- api-specs/<file>} names the file, {@code @@
 *       <line>} the line after which the following ones are looked for.
 *   <li>{@code diff released}: the same, and then the edited specs are released.
 *   <li>{@code diff instead}: the same, instead of the edits since the last release.
 *   <li>{@code text api-specs}: all that the house rules and the gate say now.
 *   <li>{@code text ./mvnw …}: lines of what that command prints.
 * </ul>
 */
final class Walkthrough {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S+) ?([^\n]*)\n(.*?)^```$");

  private Walkthrough() {}

  /**
   * @param title the heading
   */
  record Section(String title, List<Block> blocks) {}

  /**
   * @param language the first word after the fence
   * @param argument the rest of that line
   */
  record Block(String language, String argument, String text) {
    boolean isEdit() {
      return language.equals("diff");
    }

    boolean isRelease() {
      return isEdit() && argument.equals("released");
    }

    boolean isAnotherTry() {
      return isEdit() && argument.equals("instead");
    }

    boolean isAnswerOf(String who) {
      return language.equals("text") && argument.startsWith(who);
    }

    /** The document breaks long lines and indents the rest. */
    List<String> lines() {
      return text.replaceAll("\n  (?=\\S)", " ").lines().toList();
    }

    List<TextEdit> edits() {
      return TextEdit.ofDiff(text.replace("--- api-specs/", "--- "));
    }
  }

  /** The headings that have blocks under them. */
  static List<Section> sections(Path document) {
    List<Section> sections = new ArrayList<>();
    for (String part : text(document).split("(?m)^## ")) {
      List<Block> blocks = new ArrayList<>();
      Matcher matcher = BLOCK.matcher(part);
      while (matcher.find()) {
        blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3)));
      }
      if (blocks.stream().anyMatch(Block::isEdit)) {
        sections.add(new Section(part.lines().findFirst().orElseThrow(), blocks));
      }
    }
    return sections;
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
