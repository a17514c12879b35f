package org.contractshop.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contractshop.testing.FaultProxy;

/** Faults to switch on while the shop runs, to see how it copes with them. */
final class Faults implements AutoCloseable {
  static final String VARIABLE = "FAULTS";

  private static final int SLOW_MILLIS = 150;

  private enum Fault {
    SLOW_DATABASE("PostgreSQL answers " + SLOW_MILLIS + " ms late"),
    LOST_RESPONSES("Responses of product-service to order-service get lost"),
    PAUSED_PRODUCT_SERVICE("product-service does nothing, not even refuse (SIGSTOP)"),
    FULL_POOL("The table of orders is locked: all connections of order-service wait for it");

    private final String meaning;

    Fault(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final DatabaseServer database;
  private final Function<Service, ServiceProcess> services;
  private final FaultProxy databaseProxy;
  private final FaultProxy productService;
  private final Set<Fault> on = EnumSet.noneOf(Fault.class);
  private Connection lock;

  /**
   * @param databasePort of this machine
   */
  Faults(
      Settings settings,
      DatabaseServer database,
      int databasePort,
      Function<Service, ServiceProcess> services)
      throws IOException {
    this.database = database;
    this.services = services;
    databaseProxy = new FaultProxy(databasePort);
    databaseProxy.delayBy(SLOW_MILLIS);
    productService = new FaultProxy(settings.ports().get(Service.PRODUCT));
  }

  static boolean areWanted(Settings settings) {
    return settings.environment().getOrDefault(VARIABLE, "").equalsIgnoreCase("on");
  }

  /** The variables of a service, with addresses that lead through the faults. */
  Map<String, String> through(Map<String, String> variables) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.computeIfPresent(
        "DATABASE_URL",
        (name, url) -> url.replaceFirst(":\\d+/", ":" + databaseProxy.port() + "/"));
    changed.computeIfPresent(Service.PRODUCT.urlVariable(), (name, url) -> productService.url());
    return changed;
  }

  /** A line for each: name, whether it is on, and what it does; with tabs. */
  synchronized String list() {
    StringBuilder lines = new StringBuilder();
    for (Fault fault : Fault.values()) {
      lines.append(
          "%s\t%s\t%s%n".formatted(fault, on.contains(fault) ? "on" : "off", fault.meaning));
    }
    return lines.toString();
  }

  /** Returns whether there is such a fault. */
  synchronized boolean set(String name, boolean wanted) throws IOException {
    Optional<Fault> found =
        Stream.of(Fault.values()).filter(fault -> fault.toString().equals(name)).findFirst();
    if (found.isPresent() && on.contains(found.get()) != wanted) {
      set(found.get(), wanted);
    }
    return found.isPresent();
  }

  private void set(Fault fault, boolean wanted) throws IOException {
    switch (fault) {
      case SLOW_DATABASE ->
          databaseProxy.set(wanted ? FaultProxy.Fault.DELAY : FaultProxy.Fault.NONE);
      case LOST_RESPONSES ->
          productService.set(wanted ? FaultProxy.Fault.DROP_RESPONSE : FaultProxy.Fault.NONE);
      case PAUSED_PRODUCT_SERVICE -> signal(wanted ? "STOP" : "CONT");
      case FULL_POOL -> lock(wanted);
    }
    if (wanted) {
      on.add(fault);
    } else {
      on.remove(fault);
    }
  }

  private void signal(String name) throws IOException {
    long pid = services.apply(Service.PRODUCT).pid();
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().onExit().join();
  }

  private void lock(boolean wanted) throws IOException {
    try {
      if (wanted) {
        lock = database.connect(Service.ORDER);
        lock.setAutoCommit(false);
        try (Statement statement = lock.createStatement()) {
          statement.execute("LOCK TABLE orders");
        }
      } else {
        lock.close();
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Switches all off, so that the services can stop. */
  @Override
  public synchronized void close() throws IOException {
    for (Fault fault : Set.copyOf(on)) {
      set(fault, false);
    }
    databaseProxy.close();
    productService.close();
  }
}
