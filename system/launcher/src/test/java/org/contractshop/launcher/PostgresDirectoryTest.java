package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresDirectoryTest {
  @TempDir private Path data;
  private PostgresDirectory directory;

  @BeforeEach
  void nameTheDirectory() {
    directory = new PostgresDirectory(data);
  }

  @Test
  void whatAnInterruptedFirstStartLeftBehindIsRemoved() throws IOException {
    directory.prepare("secret");
    Files.createDirectories(directory.path().resolve("base"));

    directory.prepare("secret");

    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void whatACompleteStartLeftBehindStays() throws IOException {
    directory.prepare("secret");
    Path file = Files.createDirectories(directory.path()).resolve("PG_VERSION");
    Files.createFile(file);
    directory.finish();

    directory.prepare("secret");
    directory.prepare("secret");

    assertThat(file).exists();
    assertThat(data).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void aProcessIdThatIsAnotherProgramsByNowIsNoServer() throws IOException {
    Files.createDirectories(directory.path());
    Files.writeString(directory.postmasterFile(), ProcessHandle.current().pid() + "\n");

    assertThat(directory.postmaster()).isEmpty();
    directory.prepare("secret");
    assertThat(directory.postmasterFile()).doesNotExist();
  }
}
