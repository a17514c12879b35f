package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds of a copy of this repository. */
final class Build {
  private Build() {}

  /**
   * Builds services with their own tests. With those of the toolkit it would take twice as long.
   */
  static String of(List<String> services) {
    List<String> tests = new ArrayList<>();
    services.forEach(
        service -> tests.add("org/contractshop/" + service.replace("-service", "") + "/**"));
    tests.addAll(List.of("ContractsTest", "StubsTest", "ArchitectureTest"));
    return "./mvnw verify -am -Dsurefire.failIfNoSpecifiedTests=false -pl %s -Dtest=%s"
        .formatted(String.join(",", services), String.join(",", tests));
  }

  /** What a build prints when it fails, and otherwise {@link Evolution#NOTHING}. */
  static String output(Path copy, String build) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Arrays.asList(build.split(" ")));
    command.addAll(List.of("-q", "-B", "-ntp", "-Dspotless.check.skip"));
    if (Boolean.getBoolean("evolve.offline")) {
      command.add("-o");
    }
    Command ended = Command.run(copy, command);
    return ended.succeeded() ? Evolution.NOTHING : ended.output().replace(copy + "/", "");
  }
}
