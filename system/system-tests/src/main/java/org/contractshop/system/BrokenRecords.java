package org.contractshop.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.contractshop.system.RunRecord.CustomerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies of a valid record, each with one violation. */
final class BrokenRecords {
  private BrokenRecords() {}

  /** Whether there is an order that can be broken. */
  static boolean canBeMade(RunRecord good) {
    return good.customers().get(0).history().stream().anyMatch(BrokenRecords::isConfirmed);
  }

  static Map<String, RunRecord> of(RunRecord good) {
    Map<String, RunRecord> broken = new LinkedHashMap<>();
    broken.put("an acknowledged order is lost", history(good, orders -> without(orders)));
    broken.put("an order is there twice", history(good, orders -> twice(orders)));
    broken.put("an order is left pending", history(good, orders -> changed(orders, "pending")));
    broken.put("a piece is sold that is still there", stock(good, 1));
    broken.put("a piece is gone that nobody ordered", stock(good, -1));
    broken.put(
        "a stock was negative",
        new RunRecord(good.initialStock(), good.finalStock(), good.customers(), 1, -1));
    broken.put(
        "nobody read a stock",
        new RunRecord(good.initialStock(), good.finalStock(), good.customers(), 0, 0));
    return broken;
  }

  private static RunRecord stock(RunRecord good, long more) {
    Map<Long, Long> left = new TreeMap<>(good.finalStock());
    left.merge(left.keySet().iterator().next(), more, Long::sum);
    return new RunRecord(
        good.initialStock(), left, good.customers(), good.stockReads(), good.leastStockSeen());
  }

  private static RunRecord history(RunRecord good, UnaryOperator<List<JsonNode>> change) {
    List<CustomerRecord> customers = new ArrayList<>(good.customers());
    CustomerRecord first = customers.get(0);
    customers.set(0, new CustomerRecord(first.intents(), change.apply(first.history())));
    return new RunRecord(
        good.initialStock(),
        good.finalStock(),
        customers,
        good.stockReads(),
        good.leastStockSeen());
  }

  private static boolean isConfirmed(JsonNode order) {
    return order.get("status").stringValue().equals("confirmed");
  }

  private static JsonNode confirmed(List<JsonNode> orders) {
    return orders.stream().filter(BrokenRecords::isConfirmed).findFirst().orElseThrow();
  }

  private static List<JsonNode> without(List<JsonNode> orders) {
    JsonNode lost = confirmed(orders);
    return orders.stream().filter(order -> order != lost).toList();
  }

  private static List<JsonNode> twice(List<JsonNode> orders) {
    ObjectNode copy = (ObjectNode) confirmed(orders).deepCopy();
    copy.put("id", Long.MAX_VALUE);
    List<JsonNode> more = new ArrayList<>(orders);
    more.add(copy);
    return more;
  }

  private static List<JsonNode> changed(List<JsonNode> orders, String status) {
    JsonNode victim = confirmed(orders);
    ObjectNode copy = (ObjectNode) victim.deepCopy();
    copy.put("status", status);
    return orders.stream().map(order -> order == victim ? copy : order).toList();
  }
}
