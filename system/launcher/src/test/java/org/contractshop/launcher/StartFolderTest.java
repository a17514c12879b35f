package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartFolderTest {
  @TempDir private Path repository;
  private Settings settings;

  @BeforeEach
  void build() throws IOException {
    settings =
        new Settings(
            repository, repository.resolve("data"), Map.of(), Map.of(), 3000, Map.of(), Map.of());
    for (Service service : Service.values()) {
      Path module = Files.createDirectories(repository.resolve(service.toString()));
      Files.writeString(module.resolve("pom.xml"), "<project><version>1.0.0</version></project>");
      build(service, "as released");
    }
  }

  @Test
  void aFolderIsForOneContentOfTheJarWhateverItsTime() throws IOException {
    Path first = folder(Service.USER).folder();
    Files.setLastModifiedTime(settings.jar(Service.USER), FileTime.fromMillis(0));
    assertThat(folder(Service.USER).folder()).isEqualTo(first);

    build(Service.USER, "changed");

    assertThat(folder(Service.USER).folder()).isNotEqualTo(first);
  }

  @Test
  void onlyTheArchiveOfTheJdkThatRunsIsUsed() throws IOException {
    StartFolder folder = folder(Service.USER);
    assertThat(folder.options()).isEmpty();
    Files.createDirectories(folder.folder());
    Files.createFile(folder.folder().resolve("classes-16.0.1-amd64.archive"));
    assertThat(folder.isTrained()).isFalse();

    String option = folder.trainingOptions().get(0);
    Path archive = Path.of(option.substring(option.indexOf('=') + 1));
    Files.createFile(archive);

    assertThat(folder.isTrained()).isTrue();
    assertThat(folder.options()).anyMatch(used -> used.endsWith("=" + archive));
  }

  @Test
  void aServiceThatIsNotUnpackedStartsFromACopyOfItsJar() throws IOException {
    StartFolder unpacked = folder(Service.USER);
    Files.createDirectories(unpacked.folder());
    Files.createFile(unpacked.jar());

    ServiceCommands commands = ServiceCommands.prepare(settings, false);

    assertThat(commands.command(Service.USER, Map.of()).command())
        .contains(unpacked.jar().toString());
    Path content = folder(Service.ORDER).folder().getFileName();
    Path copy = settings.data().resolve("jars").resolve(content).resolve("order-service.jar");
    assertThat(commands.command(Service.ORDER, Map.of()).command()).contains(copy.toString());
    assertThat(copy).hasSameBinaryContentAs(settings.jar(Service.ORDER));
  }

  @Test
  void theOptionsOfTheCallerComeLast() throws IOException {
    Settings chosen = settings.with(Map.of("SERVICE_JAVA_OPTS", "-Xmx1g"));

    List<String> command =
        ServiceCommands.prepare(chosen, true).command(Service.USER, Map.of()).command();

    assertThat(command)
        .containsSubsequence(folder(Service.USER).trainingOptions().get(0), "-Xmx1g");
  }

  private StartFolder folder(Service service) {
    return StartFolder.of(settings, service);
  }

  private void build(Service service, String content) throws IOException {
    Path target = repository.resolve(service + "/target");
    Files.createDirectories(target);
    Path jar = target.resolve(service + "-1.0.0.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("any.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
