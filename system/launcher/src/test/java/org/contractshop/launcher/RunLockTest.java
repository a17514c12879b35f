package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
  @TempDir private Path data;

  @Test
  void aDirectoryIsForOneRunAtATime() throws IOException {
    try (RunLock first = RunLock.acquire(data, line -> {});
        Watchdog watchdog = Watchdog.start(data.resolve("postmaster.pid"), data)) {
      first.write(watchdog);
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> RunLock.acquire(data, line -> {}))
          .withMessageContaining("process " + ProcessHandle.current().pid())
          .withMessageContaining(data.toString())
          .withMessageContaining("SHOP_DATA");
    }
    assertThatCode(() -> RunLock.acquire(data, line -> {}).close()).doesNotThrowAnyException();
  }

  @Test
  void theWatchdogOfAKilledRunIsWaitedFor() throws IOException {
    Watchdog watchdog = Watchdog.start(data.resolve("postmaster.pid"), data);
    try (RunLock killed = RunLock.acquire(data, line -> {})) {
      killed.write(watchdog);
    }
    List<String> progress = new ArrayList<>();

    RunLock.acquire(
            data,
            line -> {
              progress.add(line);
              watchdog.close();
            })
        .close();

    assertThat(progress).hasSize(1);
    assertThat(Watchdog.isRunning(watchdog.pid())).isFalse();
  }

  @Test
  void aProcessThatIsNoWatchdogIsNotWaitedFor() throws IOException {
    String someProcess = Long.toString(ProcessHandle.current().pid());
    Files.writeString(data.resolve("lock"), someProcess + " " + someProcess);

    RunLock.acquire(data, line -> assertThat(line).isNull()).close();
  }
}
