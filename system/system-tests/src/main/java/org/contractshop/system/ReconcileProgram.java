package org.contractshop.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** {@code ./run reconcile}: see docs/operating.md, "Backup and restore". */
final class ReconcileProgram {
  static final Map<String, String> DEFAULTS = Map.of("apply", "no");

  private ReconcileProgram() {}

  static boolean run(Options options) throws SQLException {
    boolean apply = options.get("apply").equals("yes");
    try (Connection users = connect("USERS_DATABASE_URL");
        Connection orders = connect("ORDERS_DATABASE_URL");
        Connection products = connect("PRODUCTS_DATABASE_URL")) {
      Reconciliation.Result result = Reconciliation.run(users, orders, products, apply);
      System.out.printf("Reservations without an order:  %,d%n", result.lostOrders());
      System.out.printf("Orders without a reservation:   %,d%n", result.lostReservations());
      result
          .shortages()
          .forEach(one -> System.out.println("More was promised than is in stock: " + one));
      if (!result.shortages().isEmpty()) {
        System.out.println("Nothing was changed. Add the stock, or cancel orders, and try again.");
      } else if (!result.isConsistent()) {
        System.out.println(
            apply ? "The stock now matches the orders." : "apply=yes changes the stock.");
      }
      return result.isConsistent() || apply && result.shortages().isEmpty();
    }
  }

  private static Connection connect(String variable) throws SQLException {
    String url = System.getenv().getOrDefault(variable, "");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "Set %s to a URL such as jdbc:postgresql://host/db?user=…&password=…"
              .formatted(variable));
    }
    return DriverManager.getConnection(url);
  }
}
