package org.contractshop.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of one process of this run. The log of the previous run, or the part before it became too
 * large, is kept as {@code .old}.
 */
public record LogFile(Path path) {
  private static final int LAST_LINES = 20;
  private static final int LAST_BYTES = 16_384;

  static LogFile create(Path folder, String process) throws IOException {
    Path path = folder.resolve(process + ".log");
    if (Files.exists(path)) {
      Files.move(path, old(path), StandardCopyOption.REPLACE_EXISTING);
    }
    return new LogFile(path);
  }

  private static Path old(Path path) {
    return path.resolveSibling(path.getFileName() + ".old");
  }

  /**
   * Starts a new file if this one is larger. Its writer appends, so it continues at the new end.
   */
  void rotate(long limit) throws IOException {
    if (Files.exists(path) && Files.size(path) > limit) {
      Files.copy(path, old(path), StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /** A paragraph for people: where the log is and how it ends. */
  public String lastLines() {
    StringBuilder text = new StringBuilder("The last lines of " + path + ":");
    List<String> lines = read().lines().toList();
    lines.stream()
        .skip(Math.max(0, lines.size() - LAST_LINES))
        .forEach(line -> text.append("\n    ").append(line));
    return text.toString();
  }

  /** The last warnings and errors, without stack traces; empty if there are none. */
  String lastErrors(int most) {
    List<String> errors =
        read().lines().filter(line -> line.matches(".{0,80}\\b(WARN|ERROR)\\b.*")).toList();
    return String.join("\n", errors.subList(Math.max(0, errors.size() - most), errors.size()));
  }

  private String read() {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      channel.position(Math.max(0, channel.size() - LAST_BYTES));
      ByteBuffer bytes = ByteBuffer.allocate(LAST_BYTES);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
