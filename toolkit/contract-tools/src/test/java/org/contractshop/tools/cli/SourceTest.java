package org.contractshop.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTest {
  @TempDir private Path repository;

  @BeforeEach
  void commitAndEdit() throws Exception {
    Path specs = Files.createDirectories(repository.resolve("api-specs"));
    git("init", "-q");
    write(specs.resolve("shop.yaml"), "committed");
    write(specs.resolve("common.yaml"), "shared");
    write(specs.resolve("readme.txt"), "no spec");
    git("add", ".");
    git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "Specs");
    write(specs.resolve("shop.yaml"), "edited");
  }

  @Test
  void aRevisionMeansTheSpecsThatItHolds() {
    Source source = Source.ofRevision(repository, "HEAD");
    assertThat(source.texts()).isEqualTo(Map.of("shop.yaml", "committed", "common.yaml", "shared"));
    assertThat(source.only()).isEmpty();
    assertThat(source.folder()).isEqualTo("HEAD:api-specs/");
  }

  @Test
  void aFileOfARevisionIsReadWithItsNeighbours() {
    Source source = Source.ofRevision(repository, "HEAD:api-specs/shop.yaml");
    assertThat(source.texts()).containsKeys("shop.yaml", "common.yaml");
    assertThat(source.only()).isEqualTo("shop.yaml");
  }

  @Test
  void aFolderIsReadAsItIs() {
    assertThat(Source.of(repository.resolve("api-specs").toString()).texts())
        .containsEntry("shop.yaml", "edited");
  }

  @Test
  void whatIsNeitherIsToldInWords() {
    assertThatThrownBy(() -> Source.ofRevision(repository, "no-such-revision"))
        .isInstanceOf(SourceException.class)
        .hasMessage("no-such-revision is no file, no folder and no revision of git");
    assertThatThrownBy(() -> Source.ofRevision(repository, "HEAD:elsewhere"))
        .hasMessage("HEAD:elsewhere holds no specs");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(repository.toFile()).start();
    assertThat(process.waitFor()).isZero();
  }
}
