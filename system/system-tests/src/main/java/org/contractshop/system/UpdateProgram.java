package org.contractshop.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;

/**
 * A rolling update, and back, while customers order: instances of the last release are replaced
 * with current ones, one after the other, on the same databases. The first current one migrates the
 * schema under the released ones, which keep serving; at the end, released ones start on it.
 */
final class UpdateProgram {
  static final Map<String, String> DEFAULTS = Map.of("from", "", "callers", "16");

  private final int callers;
  private final Path released;

  UpdateProgram(int callers, Path released) {
    this.callers = callers;
    this.released = released;
  }

  static boolean run(Options options) throws Exception {
    Path released = Path.of(options.get("from")).toAbsolutePath();
    if (!Files.isDirectory(released.resolve("api-specs"))) {
      throw new IllegalArgumentException(
          "from must be a built checkout of the last release; ./run update makes one.");
    }
    return new UpdateProgram(options.number("callers"), released).run(Machines.haproxy()).areGood();
  }

  Verdicts run(File haproxy) throws Exception {
    List<Service> all = List.of(Service.values());
    try (Machines machines = Machines.start(haproxy, all, settings -> settings.from(released));
        OrderingCallers ordering = new OrderingCallers(callers, machines)) {
      Path today = Settings.onFreePorts(machines.data()).repository();
      List<Instance> updated = new ArrayList<>();
      Verdicts verdicts = new Verdicts();
      System.out.printf("%nFrom %s, two instances of each service%n%n", released);
      add(
          verdicts,
          "the update to today's",
          ordering.during(() -> replace(machines, machines.instances(), today, updated)));
      add(
          verdicts,
          "the way back to the released ones, on today's schema,",
          ordering.during(() -> replace(machines, updated, released, new ArrayList<>())));
      ordering.check(verdicts);
      return verdicts;
    }
  }

  private static void replace(
      Machines machines, List<Instance> old, Path repository, List<Instance> replaced)
      throws IOException {
    machines.system().startFrom(repository);
    for (Instance instance : old) {
      Service service = instance.service();
      int port = instance.port();
      instance.stop();
      ServiceProcess process =
          machines.system().startInstance(service, instance.process() + "-next", port, Map.of());
      Instance next = new Instance(service, instance.second(), port, process);
      next.awaitCallers();
      replaced.add(next);
    }
  }

  private static void add(Verdicts verdicts, String what, Load load) {
    verdicts.note(what, load.statuses());
    verdicts.add(
        what + " costs no request",
        "%,d of %,d".formatted(load.failed(), load.requests()),
        load.requests() > 0 && load.failed() == 0);
  }
}
