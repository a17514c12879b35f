package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A finished command.
 *
 * @param output what it printed, including errors
 */
record Command(boolean succeeded, String output) {
  static Command run(Path folder, List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Command(process.waitFor() == 0, output);
  }
}
