package org.contractshop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractshop.launcher.Ports;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;

/**
 * A shop with two instances of product-service and order-service: each order-service calls its own
 * product-service.
 */
record TwoOfEach(ShopSystem system, Shop shop, List<URI> orderServices) implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  static TwoOfEach start(Path data) throws IOException {
    Settings settings =
        Settings.onFreePorts(data)
            .with(Service.USER, KeyRotation.ISSUER)
            .with(Service.PRODUCT, KeyRotation.VERIFIER)
            .with(Service.ORDER, KeyRotation.VERIFIER);
    ShopSystem system = new ShopSystem(settings, System.out::println);
    system.start();
    Shop shop = Shop.of(system.settings());
    List<Integer> ports = Ports.free(2);
    ServiceProcess product =
        system.startInstance(Service.PRODUCT, Service.PRODUCT + "-2", ports.get(0), Map.of());
    ServiceProcess order =
        system.startInstance(
            Service.ORDER,
            Service.ORDER + "-2",
            ports.get(1),
            Map.of(Service.PRODUCT.urlVariable(), product.url().toString()));
    await().atMost(START_LIMIT).until(() -> product.isHealthy() && order.isHealthy());
    return new TwoOfEach(system, shop, List.of(shop.orders(), order.url()));
  }

  long newProduct(int stock) {
    return shop.newProduct(system.secrets(), stock);
  }

  /** Until {@link Frozen#close()}. */
  Frozen freezePostgres() throws IOException {
    ProcessHandle postmaster = ProcessHandle.of(system.postgres().pid()).orElseThrow();
    List<Long> processes = new ArrayList<>(List.of(postmaster.pid()));
    postmaster.descendants().map(ProcessHandle::pid).forEach(processes::add);
    return Frozen.freeze(processes);
  }

  Frozen freeze(Service service) throws IOException {
    return Frozen.freeze(List.of(system.service(service).pid()));
  }

  @Override
  public void close() {
    system.close();
  }

  /** Processes that do nothing, not even die. */
  record Frozen(List<Long> processes) implements AutoCloseable {
    private static Frozen freeze(List<Long> processes) throws IOException {
      signal("STOP", processes);
      return new Frozen(processes);
    }

    @Override
    public void close() throws IOException {
      signal("CONT", processes);
    }

    private static void signal(String name, List<Long> processes) throws IOException {
      List<String> command = new ArrayList<>(List.of("kill", "-" + name));
      processes.forEach(pid -> command.add(pid.toString()));
      new ProcessBuilder(command).start().onExit().join();
    }
  }
}
