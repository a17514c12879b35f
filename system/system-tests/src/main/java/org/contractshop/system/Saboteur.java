package org.contractshop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;
import org.contractshop.testing.FaultProxy;
import org.contractshop.testing.FaultProxy.Fault;

/**
 * Kills processes and disturbs the network while customers order. Targets take turns, so that all
 * get their share, at random moments, so that every step of an order is hit.
 */
final class Saboteur {
  private static final List<Fault> FAULTS =
      Stream.of(Fault.values()).filter(fault -> fault != Fault.NONE).toList();
  private static final String POSTGRES = "PostgreSQL";
  private static final Duration FAULT_LIMIT = Duration.ofSeconds(5);
  private static final Duration HEAL_LIMIT = Duration.ofSeconds(15);
  private static final int ORDERS_OF_A_HEALTHY_SHOP = 10;

  /** Between rounds, all parts are up this many times as long as they were down. */
  private static final int HEALTHY_SHARE = 2;

  private static final Duration RESTART_LIMIT = Duration.ofSeconds(60);

  private final ShopSystem shop;
  private final FaultProxy network;
  private final Confirmations confirmed;
  private final Random random;
  private final Map<String, Integer> kills = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Duration> outages = new ArrayList<>();
  private Duration disturbed = Duration.ZERO;
  private final Set<ServiceProcess> started = new HashSet<>();

  Saboteur(ShopSystem shop, FaultProxy network, Confirmations confirmed, long seed) {
    this.shop = shop;
    this.network = network;
    this.confirmed = confirmed;
    this.random = new Random(seed);
  }

  /**
   * Continues until it has killed that often, or time is up; afterwards everything is up again, and
   * the network works.
   */
  void run(int kills, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    Iterator<Fault> faults = forever(FAULTS);
    int faultsPerRound = kills < FAULTS.size() * 2 ? FAULTS.size() : 1;
    heal();
    while (kills() < kills && System.nanoTime() < end) {
      long start = System.nanoTime();
      for (int i = 0; i < faultsPerRound; i++) {
        disturb(faults.next());
      }
      List<String> victims = victims();
      for (String victim : victims.subList(0, Math.min(victims.size(), kills - kills()))) {
        kill(victim);
        // Shorter than a start, so that PostgreSQL also dies under services that are starting.
        pause(random.nextInt(800));
      }
      heal();
      long healed = System.nanoTime();
      outages.add(confirmed.longestOutage(start, healed));
      disturbed = disturbed.plusNanos(healed - start);
      Duration healthy = Duration.ofNanos((healed - start) * HEALTHY_SHARE);
      // After the last round, waits until there are enough orders to prove something.
      boolean last = kills() >= kills;
      int enough = kills * Report.ORDERS_A_KILL;
      Waiting.until(healthy, () -> last && confirmed.count() >= enough);
    }
  }

  /**
   * Kills everything in any order, and then one service, and PostgreSQL again and again, while they
   * and the others are still starting.
   */
  private List<String> victims() {
    List<String> victims = new ArrayList<>(List.of(POSTGRES));
    for (Service service : Service.values()) {
      victims.add(service.toString());
    }
    Collections.shuffle(victims, random);
    victims.addAll(List.of(POSTGRES, POSTGRES, POSTGRES));
    victims.add(4 + random.nextInt(3), victims.get(random.nextInt(4)));
    return victims;
  }

  private void kill(String victim) throws IOException {
    if (victim.equals(POSTGRES)) {
      shop.postgres().kill();
      shop.postgres().start();
    } else {
      for (Service service : Service.values()) {
        if (service.toString().equals(victim)) {
          kill(shop.service(service));
        }
      }
    }
    kills.merge(victim, 1, Integer::sum);
  }

  /** Waits until the fault has hit a request; behind an open circuit this takes a while. */
  private void disturb(Fault fault) {
    int before = network.requests(fault);
    network.set(fault);
    Waiting.until(FAULT_LIMIT, () -> network.requests(fault) > before);
    pause(random.nextInt(500));
  }

  int kills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often each process was killed. */
  Map<String, Integer> killsByTarget() {
    return kills;
  }

  /** For each round of kills, the longest period in which no customer could order. */
  List<Duration> outages() {
    return outages;
  }

  /** How long some part was down, or the network was disturbed. */
  Duration disturbed() {
    return disturbed;
  }

  /** Unexpected failures. */
  List<String> problems() {
    return problems;
  }

  private void kill(ServiceProcess process) throws IOException {
    // Once killed in this round, it may have died by itself: PostgreSQL was killed during its
    // start.
    boolean mustRun = started.add(process);
    if (mustRun && !isAlive(process)) {
      problems.add(process + " died by itself: " + process.log().lastLines());
    }
    ProcessHandle handle = ProcessHandle.of(process.pid()).orElse(null);
    process.kill();
    if (handle != null && handle.isAlive()) {
      problems.add(process + " survived kill -9");
    }
    process.start();
  }

  /**
   * Waits until the system is not only healthy but useful again: customers can order, even through
   * circuits that had opened. A service whose start failed because of PostgreSQL is restarted, as a
   * supervisor would do.
   */
  private void heal() throws IOException {
    network.set(Fault.NONE);
    long end = System.nanoTime() + RESTART_LIMIT.toNanos();
    for (Service service : Service.values()) {
      ServiceProcess process = shop.service(service);
      while (!process.isHealthy() && System.nanoTime() < end) {
        if (!isAlive(process)) {
          if (!started.contains(process)) {
            problems.add(process + " died by itself: " + process.log().lastLines());
          }
          process.start();
        }
        pause(100);
      }
      if (!process.isHealthy()) {
        problems.add(process + " did not come back: " + process.log().lastLines());
      }
    }
    started.clear();
    int before = confirmed.count();
    if (!Waiting.until(HEAL_LIMIT, () -> confirmed.count() >= before + ORDERS_OF_A_HEALTHY_SHOP)) {
      problems.add(
          "Nobody could order within " + HEAL_LIMIT.toSeconds() + " s after all was up again");
    }
  }

  private static boolean isAlive(ServiceProcess process) {
    return ProcessHandle.of(process.pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void pause(int millis) {
    Waiting.until(Duration.ofMillis(millis), () -> false);
  }

  private static <T> Iterator<T> forever(List<T> all) {
    return Stream.iterate(0, i -> (i + 1) % all.size()).map(all::get).iterator();
  }
}
