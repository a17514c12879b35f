package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverageTableTest {
  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final PrintStream OUT = new PrintStream(OutputStream.nullOutputStream());

  @TempDir private Path root;
  @TempDir private Path sources;

  @BeforeEach
  void copyToys() throws IOException {
    Toys.copySpec(sources.resolve("api-specs"));
    Toys.copyContracts(sources.resolve("contracts/toy-service"));
  }

  @Test
  void a_status_or_contract_that_no_test_saw_fails_the_build() throws IOException {
    note("toy-service GET /toys 200");

    assertThatThrownBy(() -> CoverageTable.check(root, sources, LONG_AGO, true, OUT))
        .hasMessageContaining("- no test saw toy-service answer GET /toys 400")
        .hasMessageContaining("- no test proved the contract toy-service/window/lists_toys")
        .hasMessageNotContaining("GET /toys 200");
  }

  @Test
  void a_reason_excuses_a_status_until_it_is_seen() throws IOException {
    note("toy-service GET /toys 200");
    Files.createDirectories(root.resolve("api-specs"));
    Files.writeString(
        root.resolve("api-specs/unseen-statuses.yml"),
        """
        toy-service GET /toys 400: nobody asks for that
        toy-service GET /toys 200: nobody plays
        """);

    assertThatThrownBy(() -> CoverageTable.check(root, sources, LONG_AGO, true, OUT))
        .hasMessageNotContaining("GET /toys 400")
        .hasMessageContaining(
            "- toy-service GET /toys 200 was seen: remove it from unseen-statuses.yml");
  }

  @Test
  void what_an_earlier_build_saw_does_not_count() throws IOException {
    note("toy-service GET /toys 200");

    assertThatCode(
            () -> CoverageTable.check(root, sources, Instant.now().plusSeconds(60), true, OUT))
        .doesNotThrowAnyException();
  }

  @Test
  void a_build_of_selected_tests_is_told_but_does_not_fail() throws IOException {
    note("toy-service GET /toys 200");

    assertThatCode(() -> CoverageTable.check(root, sources, LONG_AGO, false, OUT))
        .doesNotThrowAnyException();
  }

  private void note(String line) throws IOException {
    Path folder = Files.createDirectories(root.resolve("toy-service/target/spec-coverage"));
    Files.writeString(folder.resolve("1.txt"), line + "\n");
  }
}
