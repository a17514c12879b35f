package org.contractshop.system;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** InstalledPrograms that not every machine has. */
final class InstalledPrograms {
  private static final String SKIP_NOTHING = "SKIP_NOTHING";

  private InstalledPrograms() {}

  /**
   * Skips the test on a machine that has none of the programs, unless {@code SKIP_NOTHING} is
   * {@code true}, as in CI.
   *
   * @param advice says why the test needs it, and how to get it
   */
  static File find(List<String> names, String advice) {
    return names.stream()
        .flatMap(InstalledPrograms::onThePath)
        .findFirst()
        .orElseGet(
            () -> {
              System.out.println(advice);
              return "true".equals(System.getenv(SKIP_NOTHING))
                  ? Assertions.fail(advice)
                  : Assumptions.abort(advice);
            });
  }

  private static Stream<File> onThePath(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute);
  }
}
