package org.contractshop.system;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;

/**
 * Stops and kills instances while customers order: a stop loses no request, a kill only those in
 * flight.
 */
final class MachinesProgram {
  static final Map<String, String> DEFAULTS = Map.of("callers", "16", "services", "all");

  private final int callers;
  private final List<Service> services;
  private final boolean both;

  /**
   * @param services whose instances stop and die
   * @param both whether to include the first instance of each
   */
  MachinesProgram(int callers, List<Service> services, boolean both) {
    this.callers = callers;
    this.services = services;
    this.both = both;
  }

  static boolean run(Options options) throws Exception {
    String choice = options.get("services");
    List<Service> services =
        Stream.of(Service.values())
            .filter(service -> choice.equals("all") || choice.contains(service.toString()))
            .toList();
    return new MachinesProgram(options.number("callers"), services, true)
        .run(Machines.haproxy())
        .areGood();
  }

  Verdicts run(File haproxy) throws Exception {
    List<Service> twice = both ? List.of(Service.values()) : services;
    try (Machines machines = Machines.start(haproxy, twice, settings -> settings);
        OrderingCallers ordering = new OrderingCallers(callers, machines)) {
      List<Instance> instances =
          machines.instances().stream()
              .filter(instance -> services.contains(instance.service()))
              .filter(instance -> both || instance.second())
              .toList();
      Load stops = ordering.during(() -> restart(instances, Instance::stop));
      Load kills = ordering.during(() -> restart(instances, one -> one.process().kill()));
      Verdicts verdicts = new Verdicts();
      System.out.printf("%nTwo instances of each service, %d callers%n%n", callers);
      verdicts.note("%d graceful stops".formatted(instances.size()), stops.statuses());
      verdicts.add(
          "a graceful stop costs no request",
          "%,d of %,d".formatted(stops.failed(), stops.requests()),
          stops.requests() > 0 && stops.failed() == 0);
      verdicts.note("%d x kill -9".formatted(instances.size()), kills.statuses());
      verdicts.add(
          "a kill costs only what was in flight",
          "%,d of %,d".formatted(kills.failed(), kills.requests()),
          kills.requests() > 0 && kills.failed() <= (long) callers * instances.size());
      ordering.check(verdicts);
      return verdicts;
    }
  }

  /** One of each service at a time, so that another is available. */
  private void restart(List<Instance> instances, Consumer<Instance> end) {
    services.parallelStream()
        .forEach(
            service ->
                instances.stream()
                    .filter(instance -> instance.service() == service)
                    .forEachOrdered(
                        instance -> {
                          end.accept(instance);
                          instance.start();
                        }));
  }
}
