package org.contractshop.system;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contractshop.launcher.ShopSystem;

/**
 * Shows that the time of a failed login does not reveal whether the e-mail address is registered,
 * and that a flood of wrong logins barely slows down anything else.
 */
final class LoginProgram {
  static final Map<String, String> DEFAULTS = Map.of("pairs", "200", "callers", "100");

  private static final int WARM_UP = 100;
  private static final int READS = 200;

  /** A caller that reads meanwhile shares the processors with the hashes. */
  private static final double MOST_FLOODED_MILLIS = 300;

  private final Shop shop;
  private final Caller customer;
  private final String email;

  private LoginProgram(PreparedShop shop) {
    this.shop = shop.addresses();
    this.customer = Caller.bearing(shop.tokens().get(0));
    this.email = shop.email();
  }

  static boolean run(Options options) throws IOException {
    try (PreparedShop shop = PreparedShop.create(Map.of());
        ShopSystem system = shop.start()) {
      Verdicts verdicts = new Verdicts();
      LoginProgram program = new LoginProgram(shop);
      program.compare(options.number("pairs"), verdicts);
      program.flood(options.number("callers"), verdicts);
      return verdicts.areGood();
    }
  }

  private void compare(int pairs, Verdicts verdicts) {
    List<Double> unknown = new ArrayList<>();
    List<Double> wrong = new ArrayList<>();
    for (int pair = -WARM_UP; pair < pairs; pair++) {
      boolean first = pair % 2 == 0;
      double one = logIn(first ? email : Shop.newEmail());
      double other = logIn(first ? Shop.newEmail() : email);
      if (pair >= 0) {
        wrong.add(first ? one : other);
        unknown.add(first ? other : one);
      }
    }
    double auc = auc(wrong, unknown);
    verdicts.note(
        "a wrong password, an unknown e-mail address (p50)",
        "%.1f ms, %.1f ms".formatted(percentile(wrong, 50), percentile(unknown, 50)));
    verdicts.add(
        "the time does not tell them apart (AUC from 0.35 to 0.65)",
        "AUC %.3f of %d pairs".formatted(auc, pairs),
        auc >= 0.35 && auc <= 0.65);
  }

  private void flood(int callers, Verdicts verdicts) {
    List<URI> reads = List.of(shop.users().resolve("/users/me"), shop.users().resolve("/livez"));
    List<Double> usual = reads.stream().map(this::read).toList();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService flood = Executors.newFixedThreadPool(callers);
    try {
      for (int caller = 0; caller < callers; caller++) {
        flood.execute(
            () -> {
              while (!over.get()) {
                logIn(email);
              }
            });
      }
      for (int i = 0; i < reads.size(); i++) {
        double flooded = read(reads.get(i));
        verdicts.add(
            "%s during %d wrong logins at once (p95)".formatted(reads.get(i).getPath(), callers),
            "%.1f ms, usually %.1f ms".formatted(flooded, usual.get(i)),
            flooded < MOST_FLOODED_MILLIS);
      }
    } finally {
      over.set(true);
      flood.shutdown();
    }
  }

  /** The 95th percentile in milliseconds. */
  private double read(URI uri) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < READS; i++) {
      long start = System.nanoTime();
      customer.get(uri).expect(200);
      millis.add(millisSince(start));
    }
    return percentile(millis, 95);
  }

  private double logIn(String address) {
    long start = System.nanoTime();
    Caller.anonymous()
        .post(
            shop.users().resolve("/auth/login"),
            "{\"email\": \"%s\", \"password\": \"wrong\"}".formatted(address));
    return millisSince(start);
  }

  /**
   * The probability that a value of the first list is less than one of the second: 0.5 if alike.
   */
  private static double auc(List<Double> first, List<Double> second) {
    double less = 0;
    for (double one : first) {
      for (double other : second) {
        less += one < other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return less / first.size() / second.size();
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
