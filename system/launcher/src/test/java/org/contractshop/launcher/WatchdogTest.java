package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it does when its launcher is killed is tested with a real launcher in LauncherIT. */
final class WatchdogTest {
  @TempDir private Path folder;

  @Test
  void itGoesWithItsLauncherAndLeavesAloneWhatIsNotToBeStopped() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Watchdog watchdog = Watchdog.start(folder.resolve("postmaster.pid"));
      watchdog.started(stranger.pid());
      assertThat(Watchdog.isRunning(watchdog.pid())).isTrue();
      assertThat(Watchdog.isRunning(stranger.pid())).isFalse();

      watchdog.close();

      await().until(() -> !Watchdog.isRunning(watchdog.pid()));
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
