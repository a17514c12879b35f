package org.contractshop.tools.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractshop.tools.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StubFilesTest {
  private static final Path CONTRACTS = Shop.folder().resolve("contracts/product-service");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  @TempDir private Path folder;

  @AfterEach
  void backHome() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void the_same_contracts_give_the_same_bytes_wherever_they_are_built() throws IOException {
    Map<String, String> here = make(folder.resolve("here"));
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
    Map<String, String> elsewhere = make(folder.resolve("some/where/else"));

    assertThat(here)
        .containsKeys(
            "CATALOGUE.md",
            "contracts/storefront/shows_a_product.yml",
            "mappings/storefront/shows_a_product.json");
    assertThat(elsewhere).isEqualTo(here);
  }

  @Test
  void the_catalogue_has_each_contract_and_what_to_remember() throws IOException {
    String catalogue = make(folder).get("CATALOGUE.md");

    for (Path contract : files(CONTRACTS)) {
      String behaviour = contract.getFileName().toString().replace(".yml", "").replace('_', ' ');
      assertThat(catalogue).contains("| " + behaviour + " |");
    }
    assertThat(catalogue)
        .contains(
            "| Product 101 | low on stock, one left |",
            "`/products/101`",
            "503 after 1500 ms",
            "no answer: connection reset by peer");
  }

  @Test
  void what_an_earlier_build_left_is_gone() throws IOException {
    Path left = folder.resolve("mappings/storefront/left.json");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "{}");
    assertThat(make(folder)).doesNotContainKey("mappings/storefront/left.json");
  }

  @Test
  void an_older_version_is_not_packed_too() throws IOException {
    make(folder.resolve("product-service/1.0.0"));
    make(folder.resolve("product-service/1.1.0"));

    assertThat(folder.resolve("product-service/1.0.0")).doesNotExist();
    assertThat(folder.resolve("product-service/1.1.0")).exists();
  }

  private static Map<String, String> make(Path to) throws IOException {
    StubFiles.make(CONTRACTS, to, Shop.folder(), "product-service");
    Map<String, String> made = new TreeMap<>();
    for (Path file : files(to)) {
      made.put(to.relativize(file).toString(), Files.readString(file));
    }
    return made;
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
