package org.contractshop.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** contract-tools is the only reader of OpenAPI and contracts, and builds run no tool of a test. */
final class OneReaderTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "../..").toAbsolutePath().normalize();

  /** Libraries that read YAML or OpenAPI. */
  private static final Pattern READER =
      Pattern.compile(
          "import (org\\.yaml\\.snakeyaml|tools\\.jackson\\.dataformat\\.yaml"
              + "|com\\.fasterxml\\.jackson\\.dataformat\\.yaml|io\\.swagger)\\.");

  /** They read manifests, alerts and the like, which are neither specs nor contracts. */
  private static final Pattern READS_OTHER_YAML =
      Pattern.compile("system/system-tests/.*/(DeploymentTest|ObservabilityIT)\\.java");

  private static final Pattern MAIN_CLASS =
      Pattern.compile("<(?:mainClass|argument)>(org\\.contractshop(?:\\.\\w+)+)</");

  @Test
  void noOtherModuleReadsYaml() {
    assertThat(files(".java"))
        .filteredOn(file -> !file.startsWith(ROOT.resolve("toolkit/contract-tools")))
        .filteredOn(file -> !READS_OTHER_YAML.matcher(shown(file)).matches())
        .allSatisfy(file -> assertThat(text(file)).as(shown(file)).doesNotContainPattern(READER));
  }

  @Test
  void onlyTheModelReadsSpecs() {
    Path tools = ROOT.resolve("toolkit/contract-tools/src/main/java/org/contractshop/tools");
    assertThat(files(".java"))
        .filteredOn(file -> file.startsWith(tools) && !file.startsWith(tools.resolve("spec")))
        .allSatisfy(file -> assertThat(text(file)).as(shown(file)).doesNotContainPattern(READER));
  }

  @Test
  void noBuildRunsAProgramOfATestSourceSet() {
    List<String> programs =
        files("pom.xml").stream()
            .flatMap(pom -> MAIN_CLASS.matcher(text(pom)).results())
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(programs).contains("org.contractshop.tools.cli.SpecInBuild");
    List<Path> sources = files(".java");
    assertThat(programs)
        .allSatisfy(
            program ->
                assertThat(sources)
                    .as(program)
                    .noneMatch(
                        file ->
                            file.endsWith("src/test/java/" + program.replace('.', '/') + ".java")));
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !shown(file).matches("(.*/)?(target|\\.[^/]+)/.*"))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String shown(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
