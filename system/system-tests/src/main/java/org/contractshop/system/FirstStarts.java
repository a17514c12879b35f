package org.contractshop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractshop.launcher.Ports;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;

/**
 * Kills an instance with an empty database at any moment of its first start, including the
 * migration. The next start must be able to continue.
 */
record FirstStarts(ShopSystem system, long seed) {
  private static final int LATEST_MILLIS = 4_000;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Returns what went wrong. */
  List<String> crash(int times) throws IOException {
    Random random = new Random(seed);
    List<String> problems = new ArrayList<>();
    int port = Ports.free(1).get(0);
    String empty = "crashed_" + seed;
    String url = system.postgres().url(Service.PRODUCT) + "?currentSchema=" + empty;
    ServiceProcess instance =
        system.startInstance(
            Service.PRODUCT,
            Service.PRODUCT + "-crashing",
            port,
            Map.of("DATABASE_URL", url, "SPRING_FLYWAY_SCHEMAS", empty));
    for (int crash = 0; crash < times; crash++) {
      Waiting.until(Duration.ofMillis(random.nextInt(LATEST_MILLIS)), () -> false);
      instance.kill();
      instance.start();
    }
    if (!Waiting.until(START_LIMIT, instance::isHealthy)) {
      problems.add("it does not start any more: " + instance.log().lastLines());
    }
    instance.requestStop();
    instance.awaitStop(START_LIMIT);
    return problems;
  }
}
