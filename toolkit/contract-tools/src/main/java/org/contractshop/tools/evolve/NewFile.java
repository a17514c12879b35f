package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fenced block of docs/adding-a-service.md: a new file, whose path follows the fence, or lines
 * for an existing file.
 *
 * @param after the line that the new ones follow; empty for a new file
 */
record NewFile(String path, String after, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```\\w+ (\\S+/\\S+|pom\\.xml)(?: after ([^\n]+))?\n(.*?)^```$");

  static List<NewFile> in(Path document) throws IOException {
    List<NewFile> files = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(Files.readString(document)).results().toList()) {
      String after = block.group(2) == null ? "" : block.group(2);
      files.add(new NewFile(block.group(1), after, block.group(3)));
    }
    return files;
  }

  boolean isNew() {
    return after.isEmpty();
  }

  void addTo(Path repository) throws IOException {
    Path file = repository.resolve(path);
    if (isNew()) {
      if (Files.exists(file)) {
        throw new IllegalStateException(path + " is there already");
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int anchor = lines.stream().map(String::strip).toList().indexOf(after);
    if (anchor < 0) {
      throw new IllegalStateException(path + " has no line " + after);
    }
    lines.addAll(anchor + 1, text.lines().toList());
    Files.write(file, lines);
  }
}
