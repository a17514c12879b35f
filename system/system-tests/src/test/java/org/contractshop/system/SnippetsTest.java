package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the guides show is a piece of a sample, and the build compiles and runs the samples. */
final class SnippetsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  /**
   * Of the README, and that which runs a build: commands for people, which CI and other tests run.
   */
  private static final Pattern COMMANDS =
      Pattern.compile("(?s)(\\./run|\\./mvnw|curl http|flowchart).*");

  @TestFactory
  Stream<DynamicTest> everySnippetStandsInASample() throws IOException {
    List<String> samples = samples();
    return Stream.of("README.md", "docs/stubs.md", "docs/clients.md")
        .flatMap(guide -> blocks(ROOT.resolve(guide)).stream())
        .filter(block -> !COMMANDS.matcher(block).matches())
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.lines().findFirst().orElse(""),
                    () ->
                        assertThat(samples)
                            .as("no sample has%n%s", block)
                            .anyMatch(sample -> sample.contains("\n" + block))));
  }

  private static List<String> blocks(Path guide) {
    try {
      List<String> blocks = new ArrayList<>();
      Matcher block = BLOCK.matcher(Files.readString(guide));
      while (block.find()) {
        blocks.add(block.group(2));
      }
      assertThat(blocks).as("snippets in " + guide).hasSizeGreaterThan(2);
      return blocks;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("samples"))) {
      List<String> samples = new ArrayList<>();
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*[.](java|kts?|xml|properties|sh)"))
              .toList()) {
        samples.add("\n" + Files.readString(file));
      }
      return samples;
    }
  }
}
