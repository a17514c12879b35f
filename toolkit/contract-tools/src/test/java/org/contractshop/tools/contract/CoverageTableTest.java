package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.contractshop.tools.exchange.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverageTableTest {
  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final PrintStream OUT = new PrintStream(OutputStream.nullOutputStream());

  @TempDir private Path root;

  @Test
  void a_status_or_contract_that_no_test_saw_fails_the_build() throws IOException {
    note("user-service GET /health 200");

    assertThatThrownBy(() -> CoverageTable.check(root, Repository.root(), LONG_AGO, true, OUT))
        .hasMessageContaining("- no test saw user-service answer GET /health 406")
        .hasMessageContaining("- no test proved the contract user-service/storefront/logs_in")
        .hasMessageNotContaining("GET /health 200")
        .hasMessageNotContaining("product-service");
  }

  @Test
  void a_reason_excuses_a_status_until_it_is_seen() throws IOException {
    note("user-service GET /health 200");
    Files.createDirectories(root.resolve("api-specs"));
    Files.writeString(
        root.resolve("api-specs/unseen-statuses.yml"),
        """
        user-service GET /health 406: nobody wants another type
        user-service GET /health 200: nobody is well
        """);

    assertThatThrownBy(() -> CoverageTable.check(root, Repository.root(), LONG_AGO, true, OUT))
        .hasMessageNotContaining("GET /health 406")
        .hasMessageContaining(
            "- user-service GET /health 200 was seen: remove it from unseen-statuses.yml");
  }

  @Test
  void what_an_earlier_build_saw_does_not_count() throws IOException {
    note("user-service GET /health 200");

    assertThatCode(
            () ->
                CoverageTable.check(
                    root, Repository.root(), Instant.now().plusSeconds(60), true, OUT))
        .doesNotThrowAnyException();
  }

  @Test
  void a_build_of_selected_tests_is_told_but_does_not_fail() throws IOException {
    note("user-service GET /health 200");

    assertThatCode(() -> CoverageTable.check(root, Repository.root(), LONG_AGO, false, OUT))
        .doesNotThrowAnyException();
  }

  private void note(String line) throws IOException {
    Path folder = Files.createDirectories(root.resolve("user-service/target/spec-coverage"));
    Files.writeString(folder.resolve("1.txt"), line + "\n");
  }
}
