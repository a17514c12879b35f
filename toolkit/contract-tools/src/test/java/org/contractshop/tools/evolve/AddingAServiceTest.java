package org.contractshop.tools.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.contract.ContractCheck;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/adding-a-service.md fits today's repository. {@link EvolutionProgram} builds it too. */
class AddingAServiceTest {
  private static final Path REPOSITORY = Path.of("../..");
  private static final Path PAGE = REPOSITORY.resolve("docs/adding-a-service.md");

  @TempDir private Path copy;
  private List<NewFile> page;

  @BeforeEach
  void addTheService() throws IOException {
    page = NewFile.in(PAGE);
    copy("pom.xml");
    copy("contracts");
    copy("api-specs");
    for (NewFile file : page) {
      file.addTo(copy);
    }
  }

  @Test
  void its_spec_breaks_no_rule_and_its_contracts_are_complete() {
    assertThat(SpecRules.violations(SpecFiles.texts(copy.resolve("api-specs")))).isEmpty();
    assertThat(ContractCheck.violations(copy.resolve("api-specs"), copy.resolve("contracts")))
        .isEmpty();
  }

  @Test
  void it_costs_what_the_page_says_and_names_no_service_in_shared_code() throws IOException {
    List<String> files = page.stream().filter(NewFile::isNew).map(NewFile::path).toList();
    assertThat(files).hasSizeLessThanOrEqualTo(15).doesNotHaveDuplicates();
    assertThat(lines("")).isLessThanOrEqualTo(250);
    assertThat(page)
        .filteredOn(file -> !file.isNew())
        .extracting(NewFile::path)
        .containsExactly("pom.xml");
    assertThat(Files.readString(PAGE))
        .contains("%d files and\n%d lines".formatted(files.size(), lines("")))
        .contains("%d of them are the spec".formatted(lines("api-specs/") + lines("contracts/")));
  }

  private long lines(String folder) {
    return page.stream()
        .filter(file -> file.isNew() && file.path().startsWith(folder))
        .mapToLong(file -> file.text().lines().count())
        .sum();
  }

  /** Its files of this folder, but for what is built. */
  private void copy(String name) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(REPOSITORY.resolve(name))) {
      found.filter(it -> it.toString().matches(".*/pom[.]xml|.*[.]ya?ml")).forEach(files::add);
    }
    for (Path file : files) {
      Path target = copy.resolve(REPOSITORY.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}
