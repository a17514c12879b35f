package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
  @TempDir private Path folder;

  @Test
  void aFileThatBecameTooBigBeginsAnewAndItsWriterGoesOn() throws Exception {
    LogFile log = LogFile.create(folder, "user-service");
    Process writer =
        new ProcessBuilder("sh", "-c", "echo before; read go; echo after")
            .redirectOutput(log.redirect())
            .start();
    await().until(() -> Files.exists(log.path()) && Files.size(log.path()) > 0);

    log.rotate(100);
    assertThat(log.path()).hasContent("before");
    log.rotate(3);
    writer.getOutputStream().close();
    writer.waitFor();

    assertThat(log.path()).hasContent("after");
    assertThat(folder.resolve("user-service.log.old")).hasContent("before");
  }

  @Test
  void theEndOfALongLogIsShown() throws IOException {
    LogFile log = LogFile.create(folder, "user-service");
    Files.writeString(
        log.path(),
        IntStream.rangeClosed(1, 5000)
            .mapToObj(i -> "line " + i)
            .collect(Collectors.joining("\n")));

    assertThat(log.lastLines().lines())
        .startsWith("The last lines of " + log.path() + ":", "    line 4981")
        .endsWith("    line 4999", "    line 5000");
  }

  @Test
  void aLogThatNobodyWroteIsNoReasonToFail() throws IOException {
    assertThat(LogFile.create(folder, "user-service").lastLines()).contains("cannot be read");
  }

  @Test
  void theLogOfTheRunBeforeIsKept() throws IOException {
    Files.writeString(LogFile.create(folder, "user-service").path(), "earlier");

    LogFile log = LogFile.create(folder, "user-service");

    assertThat(log.path()).doesNotExist();
    assertThat(folder.resolve("user-service.log.old")).hasContent("earlier");
  }
}
