package org.contractshop.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/** Callers who do not order: a few requests per second of each kind, while others order. */
final class Bystanders {
  private static final int PER_SECOND = 10;
  private static final int LOGINS_PER_SECOND = 1;

  private final Map<String, Requests> requests = new LinkedHashMap<>();

  Bystanders(PreparedShop shop) {
    Shop at = shop.addresses();
    String token = shop.tokens().get(0);
    always("GET /orders", Request.get(at.orders().resolve("/orders?limit=10"), token));
    always("GET /products/{id}", Request.get(at.products().resolve("/products/1"), null));
    always("GET /health", Request.get(at.orders().resolve("/health"), null));
    always("POST /auth/login", shop.login());
  }

  private void always(String name, Request request) {
    requests.put(name, number -> request);
  }

  /** Runs all kinds at the same time. */
  Map<String, Tally> run(LoadGenerator generator, Duration duration) {
    Map<String, CompletableFuture<Tally>> running = new LinkedHashMap<>();
    requests.forEach(
        (name, kind) ->
            running.put(
                name,
                CompletableFuture.supplyAsync(
                    () ->
                        generator.openLoop(
                            name.endsWith("login") ? LOGINS_PER_SECOND : PER_SECOND,
                            duration,
                            kind),
                    command -> new Thread(command, name).start())));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    running.forEach((name, tally) -> tallies.put(name, tally.join()));
    return tallies;
  }
}
