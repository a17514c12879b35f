package org.contractshop.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.contractshop.system.RunRecord.CustomerRecord;

/** Reports what a run of the fault program did, and whether the promises were kept. */
record Report(
    long seed,
    int wantedKills,
    Duration ran,
    Duration settled,
    List<String> badStarts,
    Saboteur saboteur,
    int confirmed,
    Map<String, Integer> faults,
    Map<String, AtomicInteger> outcomes,
    RunRecord record) {

  /** The prefix of an outcome that is not a status. */
  static final String UNLIKE_THE_SPEC = "unlike the spec: ";

  /** With fewer orders, "nothing is lost" would mean little. */
  static final int ORDERS_A_KILL = 30;

  boolean isGood() {
    return results().values().stream().allMatch(List::isEmpty);
  }

  /** All invariants, with their violations. */
  Map<String, List<String>> results() {
    Map<String, List<String>> results = new LinkedHashMap<>();
    results.put("every kill happened", kills());
    results.put("every network fault met requests", silentFaults());
    results.put("customers could order all the while but the outages", confirmations());
    results.put("no process died of a request", saboteur.problems());
    results.put("a start after crashes during the first starts works", badStarts);
    results.put("no request met a bug", bugs());
    results.put("every response is one of the spec", surprises());
    results.putAll(HistoryChecker.check(record));
    results.put(
        "the checker finds a lost order, a sold piece too many, a doubled order", selfCheck());
    return results;
  }

  private List<String> kills() {
    List<String> missing = new ArrayList<>();
    if (saboteur.kills() < wantedKills) {
      missing.add("only " + saboteur.kills() + " of " + wantedKills + " in the time");
    }
    return missing;
  }

  private List<String> confirmations() {
    int wanted = wantedKills * ORDERS_A_KILL;
    return confirmed >= wanted
        ? List.of()
        : List.of("%,d orders were confirmed, and not %,d".formatted(confirmed, wanted));
  }

  private List<String> bugs() {
    return outcomes.keySet().stream()
        .filter(outcome -> outcome.endsWith(": 500"))
        .map(outcome -> outcome + ", see the log of order-service")
        .toList();
  }

  private List<String> surprises() {
    return outcomes.keySet().stream()
        .filter(outcome -> outcome.startsWith(UNLIKE_THE_SPEC))
        .toList();
  }

  private List<String> silentFaults() {
    return faults.entrySet().stream()
        .filter(fault -> fault.getValue() == 0)
        .map(fault -> fault.getKey() + " met none")
        .toList();
  }

  /** A checker that finds no violation in a broken record proves nothing. */
  private List<String> selfCheck() {
    List<String> blind = new ArrayList<>();
    if (!BrokenRecords.canBeMade(record)) {
      return List.of("a customer could order nothing at all");
    }
    for (Map.Entry<String, RunRecord> broken : BrokenRecords.of(record).entrySet()) {
      if (HistoryChecker.holds(HistoryChecker.check(broken.getValue()))) {
        blind.add("not found: " + broken.getKey());
      }
    }
    return blind;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%nFaults, seed %d: %d s, settled after %.1f s%n"
            .formatted(seed, ran.toSeconds(), settled.toMillis() / 1000.0));
    text.append("%n  killed (-9)%n".formatted());
    saboteur.killsByTarget().forEach((target, count) -> line(text, target, count));
    text.append("%n  requests to product-service that met a fault%n".formatted());
    faults.forEach((fault, count) -> line(text, fault, count));
    text.append("%n  what the customers saw%n".formatted());
    text.append(
        "    outages of %s s, one a round of kills; all parts up for %d %% of the time%n"
            .formatted(outages(), 100 - 100 * saboteur.disturbed().toMillis() / ran.toMillis()));
    outcomes.forEach((outcome, count) -> line(text, outcome, count.get()));
    line(text, "orders in the histories", histories());
    text.append("%n  invariants%n".formatted());
    results()
        .forEach(
            (invariant, violations) -> {
              text.append(
                  "    %-9s %s%n".formatted(violations.isEmpty() ? "holds" : "BROKEN", invariant));
              violations.stream()
                  .limit(5)
                  .forEach(one -> text.append("              %s%n".formatted(one)));
            });
    return text.toString();
  }

  private String outages() {
    return saboteur.outages().stream()
        .map(outage -> "%.1f".formatted(outage.toMillis() / 1_000.0))
        .collect(Collectors.joining(", "));
  }

  private int histories() {
    return record.customers().stream().map(CustomerRecord::history).mapToInt(List::size).sum();
  }

  private static void line(StringBuilder text, String name, int count) {
    text.append("    %-28s %,9d%n".formatted(name, count));
  }
}
