package org.contractshop.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When orders were confirmed, by {@link System#nanoTime()}. */
final class Confirmations {
  private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();

  void add() {
    times.add(System.nanoTime());
  }

  int count() {
    return times.size();
  }

  /** The longest period in which nobody could order. */
  Duration longestOutage(long from, long to) {
    List<Long> moments = new ArrayList<>(List.of(from));
    times.stream().filter(time -> time > from && time < to).sorted().forEach(moments::add);
    moments.add(to);
    long longest = 0;
    for (int i = 1; i < moments.size(); i++) {
      longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
    }
    return Duration.ofNanos(longest);
  }
}
