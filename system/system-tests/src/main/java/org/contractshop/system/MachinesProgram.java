package org.contractshop.system;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Ports;
import org.contractshop.launcher.Secrets;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/**
 * Two instances of each service behind a balancer. Instances stop in order and are killed while
 * customers order: a stop costs no request, a kill only those that were in flight.
 */
final class MachinesProgram {
  static final Map<String, String> DEFAULTS = Map.of("callers", "16", "services", "all");

  private static final int STOCK = 1_000_000_000;
  private static final int CUSTOMERS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SLICE = Duration.ofMillis(500);

  /** The balancer needs 0.4 s to see that an instance is not ready any more. */
  private static final Map<String, String> DRAIN = Map.of("SHUTDOWN_DRAIN", "2s");

  private final int callers;
  private final List<Service> services;
  private final boolean both;

  /**
   * @param services whose instances stop and die
   * @param both not only the second of each
   */
  MachinesProgram(int callers, List<Service> services, boolean both) {
    this.callers = callers;
    this.services = services;
    this.both = both;
  }

  static boolean run(Options options) throws IOException {
    String choice = options.get("services");
    List<Service> services =
        Stream.of(Service.values())
            .filter(service -> choice.equals("all") || choice.contains(service.toString()))
            .toList();
    File haproxy = new File("/usr/sbin/haproxy");
    if (!haproxy.canExecute()) {
      throw new IllegalArgumentException("Install haproxy (on Debian: apt-get install haproxy).");
    }
    return new MachinesProgram(options.number("callers"), services, true).run(haproxy).areGood();
  }

  Verdicts run(File haproxy) throws IOException {
    Path data = Files.createTempDirectory("shop-machines");
    Settings settings = Settings.onFreePorts(data);
    List<Integer> free = Ports.free(2 * Service.values().length);
    Map<Service, Integer> fronts = new EnumMap<>(Service.class);
    Map<Service, List<Integer>> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      int second = free.get(service.ordinal() + Service.values().length);
      fronts.put(service, free.get(service.ordinal()));
      ports.put(service, List.of(settings.ports().get(service), second));
    }
    try (HaProxy balancer = HaProxy.start(haproxy, data, fronts, ports)) {
      for (Service service : Service.values()) {
        settings = settings.with(service, variables(service, balancer));
      }
      try (ShopSystem system = new ShopSystem(settings, line -> {});
          LoadGenerator generator = new LoadGenerator(callers)) {
        system.start();
        List<ServiceProcess> instances = new ArrayList<>();
        List<ServiceProcess> seconds = new ArrayList<>();
        for (Service service : Service.values()) {
          int port = ports.get(service).get(1);
          seconds.add(system.startInstance(service, service + "-2", port, Map.of()));
        }
        seconds.forEach(instance -> Waiting.until(LIMIT, instance::isReady));
        for (Service service : services) {
          instances.add(seconds.get(service.ordinal()));
          if (both) {
            instances.add(system.service(service));
          }
        }
        Waiting.until(SLICE, () -> false);
        return observed(system, balancer, generator, instances);
      }
    } finally {
      Folders.delete(data);
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

  private Verdicts observed(
      ShopSystem system,
      HaProxy balancer,
      LoadGenerator generator,
      List<ServiceProcess> instances) {
    Shop shop = Shop.at(Stream.of(Service.values()).map(balancer::url).toList());
    Secrets secrets = system.secrets();
    long product =
        shop.logIn(secrets.get(Secrets.ADMIN_EMAIL), secrets.get(Secrets.ADMIN_PASSWORD))
            .post(
                shop.products().resolve("/products"),
                "{\"name\": \"Load\", \"price\": 9.99, \"stock\": %d, \"category\": \"load\"}"
                    .formatted(STOCK))
            .expect(201)
            .get("id")
            .longValue();
    List<Caller> customers = Stream.generate(shop::newCustomer).limit(CUSTOMERS).toList();
    Requests requests = requests(shop, customers, product);

    Load stops = during(generator, requests, () -> instances.forEach(MachinesProgram::restart));
    Load kills = during(generator, requests, () -> instances.forEach(MachinesProgram::kill));

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
    long[] sold = {0};
    boolean settled =
        Waiting.until(
            LIMIT,
            () -> {
              sold[0] = OutageProgram.queryQuietly(system, OutageProgram.SOLD + product);
              return shop.stock(product) + sold[0] == STOCK;
            });
    verdicts.add(
        "stock + confirmed quantities = initial stock, after 60 s at the latest",
        "%,d + %,d".formatted(shop.stock(product), sold[0]),
        settled);
    verdicts.add(
        "every acknowledged order is confirmed",
        "%,d x 201".formatted(stops.created() + kills.created()),
        sold[0] >= stops.created() + kills.created());
    return verdicts;
  }

  /** Orders of one piece, and a read of each service among them. */
  private static Requests requests(Shop shop, List<Caller> customers, long product) {
    String order = "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product);
    URI orders = shop.orders().resolve("/orders");
    return number -> {
      String token = customers.get((int) (number / 4 % customers.size())).token();
      return switch ((int) (number % 4)) {
        case 0 -> Request.get(shop.users().resolve("/users/me"), token);
        case 1 -> Request.get(shop.products().resolve("/products/" + product), token);
        default -> Request.post(orders, token, order);
      };
    };
  }

  private static void restart(ServiceProcess instance) {
    instance.requestStop();
    instance.awaitStop(LIMIT);
    startAgain(instance);
  }

  private static void kill(ServiceProcess instance) {
    instance.kill();
    startAgain(instance);
  }

  private static void startAgain(ServiceProcess instance) {
    try {
      instance.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Waiting.until(LIMIT, instance::isReady);
    // Until the balancer knows it too.
    Waiting.until(SLICE, () -> false);
  }

  private Load during(LoadGenerator generator, Requests requests, Runnable work) {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<List<Tally>> load =
        CompletableFuture.supplyAsync(
            () -> {
              List<Tally> slices = new ArrayList<>();
              while (!done.get()) {
                slices.add(generator.closedLoop(callers, SLICE, requests));
              }
              return slices;
            });
    try {
      work.run();
    } finally {
      done.set(true);
    }
    return new Load(load.join());
  }

  private record Load(List<Tally> slices) {
    long requests() {
      return slices.stream().mapToLong(Tally::requests).sum();
    }

    long failed() {
      return requests() - slices.stream().mapToLong(Tally::good).sum();
    }

    long created() {
      return slices.stream().mapToLong(slice -> slice.count(201)).sum();
    }

    /** Of the slices in which something failed, or else of the last. */
    String statuses() {
      return slices.stream()
          .filter(slice -> slice.good() < slice.requests())
          .map(Tally::statuses)
          .reduce((one, other) -> one + "; " + other)
          .orElseGet(() -> "%,d requests".formatted(requests()));
    }
  }
}
