package org.contractshop.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.launcher.Waiting;
import org.contractshop.tools.junit.SpecExchanges;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer who orders without pause, repeats some of the requests that got no response, cancels
 * some of the orders, and records the responses.
 */
final class Shopper implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration PAUSE_AFTER_A_FAILURE = Duration.ofMillis(100);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final URI orders;
  private final String token;
  private final List<Long> products;
  private final Random random;
  private final Map<String, AtomicInteger> counts;
  private final Confirmations confirmed;
  private final Set<Map<Long, Integer>> baskets = new HashSet<>();
  private final List<Intent> intents = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param counts outcomes over all shoppers, for the report
   * @param confirmed the confirmed orders of all shoppers
   */
  Shopper(
      URI orders,
      String token,
      List<Long> products,
      long seed,
      ConcurrentHashMap<String, AtomicInteger> counts,
      Confirmations confirmed) {
    this.orders = orders;
    this.token = token;
    this.products = products;
    this.random = new Random(seed);
    this.counts = counts;
    this.confirmed = confirmed;
  }

  void stop() {
    stopped = true;
  }

  /** Call this only after {@link #run} has returned. */
  List<Intent> intents() {
    return intents;
  }

  @Override
  public void run() {
    while (!stopped) {
      Intent intent =
          new Intent(newBasket(), random.nextInt(10) == 0 ? null : UUID.randomUUID().toString());
      intents.add(intent);
      place(intent);
      if (!intent.isSettledForTheCustomer()) {
        // Customers do not hammer a shop that is down.
        Waiting.until(PAUSE_AFTER_A_FAILURE, () -> stopped);
      }
      // Half of those without a response try again, as a person or a client library would.
      for (int again = 0;
          again < 4
              && intent.key() != null
              && !intent.isSettledForTheCustomer()
              && random.nextBoolean();
          again++) {
        Waiting.until(Duration.ofMillis(200L + random.nextInt(800)), () -> stopped);
        place(intent);
      }
      if (intent.acknowledged() != null && random.nextInt(10) == 0) {
        cancel(intent);
      }
    }
  }

  private void place(Intent intent) {
    HttpRequest.Builder request =
        request(orders.resolve("/orders"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(intent.body()));
    if (intent.key() != null) {
      request.header("Idempotency-Key", intent.key());
    }
    intent.sent();
    try {
      HttpResponse<String> response = send(request.build());
      count("orders: " + response.statusCode());
      switch (response.statusCode()) {
        case 201 -> {
          if (intent.acknowledged() == null) {
            confirmed.add();
          }
          intent.acknowledge(JSON.readTree(response.body()));
        }
        case 422 -> intent.refuse(422);
        case 409 -> {} // still at work on it, or cancelled by now: the history tells
        case 500, 502, 503, 504 -> {} // unknown
        default -> throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
    } catch (IOException lost) {
      count("orders: no response");
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private void cancel(Intent intent) {
    intent.cancelSent();
    String path = "/orders/" + intent.acknowledged().get("id").longValue() + "/cancellation";
    try {
      HttpResponse<String> response =
          send(request(orders.resolve(path)).POST(BodyPublishers.noBody()).build());
      count("cancellations: " + response.statusCode());
      if (response.statusCode() == 200) {
        intent.cancelAcknowledged();
      }
    } catch (IOException lost) {
      count("cancellations: no response");
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  /** All pages. Call this only when everything is healthy. */
  List<JsonNode> history() throws IOException, InterruptedException {
    List<JsonNode> history = new ArrayList<>();
    URI page = orders.resolve("/orders");
    while (page != null) {
      HttpResponse<String> response = send(request(page).build());
      if (response.statusCode() != 200) {
        throw new IOException("GET " + page + ": " + response.statusCode());
      }
      JSON.readTree(response.body()).forEach(history::add);
      page = Pages.next(page, response);
    }
    return history;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    try {
      SpecExchanges.checkAny(request, response);
    } catch (AssertionError difference) {
      count(Report.UNLIKE_THE_SPEC + difference.getMessage());
    }
    return response;
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
  }

  private SortedMap<Long, Integer> newBasket() {
    while (true) {
      SortedMap<Long, Integer> basket = new TreeMap<>();
      for (int line = random.nextInt(4); line >= 0; line--) {
        basket.put(products.get(random.nextInt(products.size())), 1 + random.nextInt(20));
      }
      if (baskets.add(basket)) {
        return basket;
      }
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
  }
}
