package org.contractshop.tools.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.Shop;
import org.contractshop.tools.evolve.Walkthrough.Block;
import org.contractshop.tools.evolve.Walkthrough.Section;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/evolving-an-api.md tells the truth about the house rules and the gate. What it says about
 * builds is checked by {@link EvolutionProgram}, which takes minutes.
 */
final class EvolvingAnApiTest {
  /** Where the document leaves out complaints that say nothing new. */
  private static final String MORE = "…";

  private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "../..");
  private static final Path DOCUMENT = REPOSITORY.resolve("docs/evolving-an-api.md");

  static Stream<Named<Section>> sections() {
    return Walkthrough.sections(DOCUMENT).stream()
        .map(section -> Named.of(section.title(), section));
  }

  @Test
  void thereAreSixEdits() {
    assertThat(Walkthrough.sections(DOCUMENT)).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theSpecsAreAnsweredAsTheDocumentSays(Section section) {
    Evolution evolution = new Evolution(Shop.texts());
    for (Block block : section.blocks()) {
      if (block.isEdit()) {
        evolution.apply(block);
      } else if (block.isAnswerOf("api-specs")) {
        assertAnswered(withoutLineNumbers(evolution.answers()), withoutLineNumbers(block.lines()));
      }
    }
  }

  private static void assertAnswered(List<String> answers, List<String> quoted) {
    if (quoted.contains(MORE)) {
      assertThat(answers)
          .containsSubsequence(quoted.stream().filter(line -> !line.equals(MORE)).toList());
    } else {
      assertThat(answers).isEqualTo(quoted);
    }
  }

  /** They differ from release to release. */
  private static List<String> withoutLineNumbers(List<String> answers) {
    return answers.stream().map(answer -> answer.replaceFirst("\\.yaml:\\d+", ".yaml")).toList();
  }
}
