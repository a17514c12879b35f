package org.contractshop.tools.mutation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts which faults the contracts noticed. */
final class Scores {
  private final Map<Fault, Integer> planted = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> killed = new EnumMap<>(Fault.class);
  private final List<String> survivors = new ArrayList<>();

  void add(String contract, Mutant mutant, boolean noticed) {
    planted.merge(mutant.fault(), 1, Integer::sum);
    if (noticed) {
      killed.merge(mutant.fault(), 1, Integer::sum);
    } else {
      survivors.add(contract + " stays green with " + mutant);
    }
  }

  boolean allKilled() {
    return survivors.isEmpty();
  }

  String table(String producer, int contracts) {
    StringBuilder table = new StringBuilder();
    table.append("Faults of %s that its %d contracts notice:%n".formatted(producer, contracts));
    for (Fault fault : Fault.values()) {
      table.append("  %-45s %s%n".formatted(fault.words(), score(fault)));
    }
    table.append("  %-45s %s%n".formatted("all", score(sum(killed), sum(planted))));
    survivors.forEach(survivor -> table.append("SURVIVED: %s%n".formatted(survivor)));
    return table.toString();
  }

  private String score(Fault fault) {
    int all = planted.getOrDefault(fault, 0);
    return all == 0 ? "not applicable" : score(killed.getOrDefault(fault, 0), all);
  }

  private static String score(int killed, int all) {
    return "%4d of %4d".formatted(killed, all);
  }

  private static int sum(Map<Fault, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
