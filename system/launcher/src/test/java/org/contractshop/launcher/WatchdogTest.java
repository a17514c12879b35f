package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it does when its launcher is killed is tested with a real launcher in LauncherIT. */
final class WatchdogTest {
  @TempDir private Path folder;

  @Test
  void itGoesWithItsLauncherAndLeavesAloneWhatIsNotToBeStopped() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Watchdog watchdog = Watchdog.start(folder.resolve("postmaster.pid"), folder);
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

  @Test
  void itStopsProcessesOfItsRunButNoneThatGotTheirIds() throws Exception {
    Process ours = new ProcessBuilder("sh", "-c", "sleep 60; :", folder.toString()).start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Process another = new ProcessBuilder("sleep", "60").start();
    try {
      Path postmaster = folder.resolve("postmaster.pid");
      Files.writeString(postmaster, another.pid() + "\n");
      Process watchdog = Watchdog.command(postmaster, folder).start();
      try (Writer launcher = watchdog.outputWriter()) {
        launcher.write("started %d\nstarted %d\n".formatted(ours.pid(), stranger.pid()));
      }

      assertThat(watchdog.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(ours.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(another.isAlive()).isTrue();
    } finally {
      ours.destroyForcibly();
      stranger.destroyForcibly();
      another.destroyForcibly();
    }
  }
}
