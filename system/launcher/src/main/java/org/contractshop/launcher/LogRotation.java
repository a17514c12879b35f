package org.contractshop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the logs of a long run from filling the disk. */
final class LogRotation implements AutoCloseable {
  private static final long LIMIT = 20L << 20;
  private static final int SECONDS = 10;

  private final List<LogFile> logs = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "log-rotation");
            thread.setDaemon(true);
            return thread;
          });

  LogRotation() {
    clock.scheduleWithFixedDelay(this::rotate, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  LogFile add(LogFile log) {
    logs.add(log);
    return log;
  }

  private void rotate() {
    for (LogFile log : logs) {
      try {
        log.rotate(LIMIT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
