package org.contractshop.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Scanner;
import java.util.function.Consumer;

/**
 * Reserves a data directory for one run at a time. The file names the launcher that holds the lock,
 * and its watchdog, which may outlive it.
 */
final class RunLock implements AutoCloseable {
  private static final Duration CLEAN_UP = Duration.ofSeconds(60);

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock acquire(Path data, Consumer<String> progress) throws IOException {
    RunLock lock =
        new RunLock(
            FileChannel.open(
                data.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    try {
      lock.acquireFrom(data, progress);
      return lock;
    } catch (IOException | StartFailure e) {
      lock.close();
      throw e;
    }
  }

  void write(Watchdog watchdog) throws IOException {
    String text = ProcessHandle.current().pid() + " " + watchdog.pid();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void acquireFrom(Path data, Consumer<String> progress) throws IOException {
    boolean free = tryLock();
    long watchdog = 0;
    long launcher = 0;
    try (Scanner scanner = new Scanner(read())) {
      if (scanner.hasNextLong()) {
        launcher = scanner.nextLong();
        watchdog = scanner.nextLong();
      }
    }
    if (!free) {
      throw new StartFailure(
          "Another run (process %d) uses %s. Stop it, or set SHOP_DATA to another folder."
              .formatted(launcher, data));
    }
    if (Watchdog.isRunning(watchdog)) {
      progress.accept("Waiting until the processes of an earlier run have stopped");
      awaitCleanUp(watchdog);
    }
  }

  private boolean tryLock() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Through the locked channel: closing another channel of the same file would release the lock.
   */
  private String read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(100);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
  }

  /** The watchdog of a killed run would mistake our PostgreSQL for its own. */
  private static void awaitCleanUp(long watchdog) {
    if (!Waiting.until(CLEAN_UP, () -> !Watchdog.isRunning(watchdog))) {
      throw new StartFailure(
          "A process of an earlier run does not stop. See what process %d waits for."
              .formatted(watchdog));
    }
  }
}
