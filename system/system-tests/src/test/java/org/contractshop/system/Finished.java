package org.contractshop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How another program ended, and what it said. */
record Finished(int exitCode, String output) {
  private static final int SECONDS = 180;

  static Finished of(ProcessBuilder program) throws IOException, InterruptedException {
    Path said = Files.createTempFile("program", ".out");
    try {
      Process process = program.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "It did not end in %d s and said:%n%s".formatted(SECONDS, Files.readString(said)));
      }
      return new Finished(process.exitValue(), Files.readString(said));
    } finally {
      Files.delete(said);
    }
  }
}
