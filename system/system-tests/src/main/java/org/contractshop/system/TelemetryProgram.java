package org.contractshop.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/**
 * Shows what metrics and traces cost: switches them off and on again in the running services, many
 * times, so that other changes affect both states equally.
 */
final class TelemetryProgram {
  static final Map<String, String> DEFAULTS =
      Map.of("pairs", "60", "millis", "800", "callers", "16", "warm-up", "40", "options", "run");

  private static final double MOST_LOSS = 0.03;
  private static final String SWITCH =
      " -Dmanagement.endpoint.telemetry.access=unrestricted"
          + " -Dmanagement.endpoints.web.exposure.include=health,info,prometheus,telemetry";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ShopSystem system;
  private final LoadGenerator generator;
  private final Options options;
  private final Verdicts verdicts = new Verdicts();

  private TelemetryProgram(ShopSystem system, LoadGenerator generator, Options options) {
    this.system = system;
    this.generator = generator;
    this.options = options;
  }

  static boolean run(Options options) throws IOException, InterruptedException {
    String java = JavaOptions.of(options.get("options")) + SWITCH;
    try (PreparedShop shop = PreparedShop.create(Map.of("SERVICE_JAVA_OPTS", java));
        ShopSystem system = shop.start();
        LoadGenerator generator = new LoadGenerator(options.number("callers"))) {
      TelemetryProgram program = new TelemetryProgram(system, generator, options);
      Request read =
          Request.get(
              shop.addresses().products().resolve("/products/" + shop.products().get(0)), null);
      System.out.printf("%nTelemetry on, compared to off; JVM options %s%n%n", java);
      program.measure("a product by its id", number -> read);
      program.measure("an order of two products", shop.ordersOfTwo());
      return program.verdicts.areGood();
    }
  }

  /** A window of load, with the processor time of all services per request. */
  private record Window(double perSecond, double micros) {}

  private record Pair(Window on, Window off) {}

  private void measure(String work, Requests requests) throws IOException, InterruptedException {
    window(requests, Duration.ofSeconds(options.number("warm-up")));
    Duration length = Duration.ofMillis(options.number("millis"));
    List<Pair> pairs = new ArrayList<>();
    for (int pair = 0; pair < options.number("pairs"); pair++) {
      boolean first = pair % 2 == 0;
      turn(first);
      Window one = window(requests, length);
      turn(!first);
      Window other = window(requests, length);
      pairs.add(first ? new Pair(one, other) : new Pair(other, one));
    }
    turn(true);
    double[] loss = mean(pairs, pair -> Math.log(pair.off.perSecond / pair.on.perSecond));
    double[] micros = mean(pairs, pair -> pair.on.micros - pair.off.micros);
    double[] all = mean(pairs, pair -> pair.off.micros);
    verdicts.note(
        work + ", processor time of the services",
        "%+.1f µs (± %.1f) of %.0f µs".formatted(micros[0], micros[1], all[0]));
    verdicts.add(
        work + ", loss of throughput at most 3 %",
        "%.1f %% (± %.1f), %d pairs".formatted(100 * loss[0], 100 * loss[1], pairs.size()),
        loss[0] <= MOST_LOSS);
  }

  private Window window(Requests requests, Duration length) {
    double before = processorMicros();
    Tally tally = generator.closedLoop(options.number("callers"), length, requests);
    return new Window(tally.goodPerSecond(), (processorMicros() - before) / tally.good());
  }

  private double processorMicros() {
    Map<String, ProcessUse> use = ProcessUse.of(system);
    return List.of(Service.values()).stream()
        .mapToDouble(service -> use.get(service.toString()).processor().toNanos() / 1e3)
        .sum();
  }

  /** With its standard error. */
  private static double[] mean(List<Pair> pairs, ToDoubleFunction<Pair> value) {
    double mean = pairs.stream().mapToDouble(value).average().orElseThrow();
    double squares = pairs.stream().mapToDouble(value).map(x -> (x - mean) * (x - mean)).sum();
    return new double[] {mean, Math.sqrt(squares / (pairs.size() - 1) / pairs.size())};
  }

  private void turn(boolean on) throws IOException, InterruptedException {
    for (Service service : Service.values()) {
      HttpRequest request =
          HttpRequest.newBuilder(system.service(service).metricsUrl().resolve("telemetry"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"on\": \"%b\"}".formatted(on)))
              .build();
      int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IllegalStateException(request.uri() + " responded " + status);
      }
    }
  }
}
