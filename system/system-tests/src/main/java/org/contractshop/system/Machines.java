package org.contractshop.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Ports;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;

/** Two instances of each service behind a load balancer, on one PostgreSQL. */
record Machines(Path data, HaProxy balancer, ShopSystem system, List<Instance> instances)
    implements AutoCloseable {
  /** The load balancer needs 0.4 s to notice that an instance is no longer ready. */
  private static final Map<String, String> DRAIN = Map.of("SHUTDOWN_DRAIN", "2s");

  static File haproxy() {
    File haproxy = new File("/usr/sbin/haproxy");
    if (!haproxy.canExecute()) {
      throw new IllegalArgumentException("Install haproxy (on Debian: apt-get install haproxy).");
    }
    return haproxy;
  }

  /**
   * @param twice the services that get two instances
   * @param choice of what the instances are started from, above all
   */
  static Machines start(File haproxy, List<Service> twice, UnaryOperator<Settings> choice)
      throws IOException {
    Path data = Files.createTempDirectory("shop-machines");
    Settings settings = choice.apply(Settings.onFreePorts(data));
    List<Integer> free = Ports.free(2 * Service.values().length);
    Map<Service, Integer> fronts = new EnumMap<>(Service.class);
    Map<Service, List<Integer>> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      int second = free.get(service.ordinal() + Service.values().length);
      fronts.put(service, free.get(service.ordinal()));
      ports.put(service, List.of(settings.ports().get(service), second));
    }
    HaProxy balancer = HaProxy.start(haproxy, data, fronts, ports);
    for (Service service : Service.values()) {
      settings = settings.with(service, variables(service, balancer));
    }
    ShopSystem system = new ShopSystem(settings, line -> {});
    List<Instance> instances = new ArrayList<>();
    Machines machines = new Machines(data, balancer, system, instances);
    try {
      system.start();
      for (Service service : twice) {
        int port = ports.get(service).get(1);
        ServiceProcess second = system.startInstance(service, service + "-2", port, Map.of());
        instances.add(new Instance(service, true, port, second));
      }
      for (Service service : Service.values()) {
        int port = ports.get(service).get(0);
        instances.add(new Instance(service, false, port, system.service(service)));
      }
      instances.forEach(instance -> instance.awaitReady());
      Waiting.until(Instance.NOTICE, () -> false);
      return machines;
    } catch (IOException | RuntimeException e) {
      machines.close();
      throw e;
    }
  }

  private static Map<String, String> variables(Service service, HaProxy balancer) {
    Map<String, String> variables = new HashMap<>(DRAIN);
    if (service == Service.USER) {
      variables.putAll(Shop.UNTHROTTLED);
    }
    if (service == Service.ORDER) {
      for (Service peer : List.of(Service.USER, Service.PRODUCT)) {
        variables.put(peer.urlVariable(), balancer.url(peer).toString());
      }
    }
    return variables;
  }

  /** As callers see it. */
  Shop shop() {
    return Shop.at(Stream.of(Service.values()).map(balancer::url).toList());
  }

  @Override
  public void close() throws IOException {
    system.close();
    balancer.close();
    Folders.delete(data);
  }
}
