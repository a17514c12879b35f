package org.contractshop.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.system.RunRecord.CustomerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks whether a run kept its promises, using only what callers saw. */
final class HistoryChecker {
  private final RunRecord record;
  private final Map<String, List<String>> violations = new LinkedHashMap<>();

  private HistoryChecker(RunRecord record) {
    this.record = record;
  }

  /** The invariants in the order of checking, each with its violations: empty if it holds. */
  static Map<String, List<String>> check(RunRecord record) {
    HistoryChecker checker = new HistoryChecker(record);
    checker.stockIsExact();
    checker.stockWasNeverNegative();
    record.customers().forEach(checker::customer);
    return checker.violations;
  }

  static boolean holds(Map<String, List<String>> violations) {
    return violations.values().stream().allMatch(List::isEmpty);
  }

  private void stockIsExact() {
    Map<Long, Long> sold = new TreeMap<>();
    for (CustomerRecord customer : record.customers()) {
      for (JsonNode order : customer.history()) {
        if (status(order).equals("confirmed")) {
          basket(order).forEach((product, count) -> sold.merge(product, (long) count, Long::sum));
        }
      }
    }
    List<String> wrong = violations("stock + confirmed quantities = initial stock");
    record
        .initialStock()
        .forEach(
            (product, initial) -> {
              long left = record.finalStock().get(product);
              long gone = sold.getOrDefault(product, 0L);
              if (left + gone != initial) {
                wrong.add(
                    "product %d: %d left + %d sold is not %d"
                        .formatted(product, left, gone, initial));
              }
            });
  }

  private void stockWasNeverNegative() {
    List<String> wrong = violations("stock is never negative");
    if (record.stockReads() == 0) {
      wrong.add("nobody read it");
    }
    if (record.leastStockSeen() < 0) {
      wrong.add("a reader saw " + record.leastStockSeen());
    }
  }

  private void customer(CustomerRecord customer) {
    Map<Map<Long, Integer>, List<JsonNode>> orders = new HashMap<>();
    Map<Long, JsonNode> byId = new HashMap<>();
    for (JsonNode order : customer.history()) {
      orders.computeIfAbsent(basket(order), basket -> new ArrayList<>()).add(order);
      byId.put(order.get("id").longValue(), order);
      if (status(order).equals("pending")) {
        violations("nothing is pending").add(order.toString());
      }
      if (!total(order)) {
        violations("totals are exact").add(order.toString());
      }
    }
    violations("nothing is pending");
    violations("totals are exact");
    for (Intent intent : customer.intents()) {
      acknowledged(intent, byId);
      atMostOnce(intent, orders.getOrDefault(intent.basket(), List.of()));
      orders.remove(intent.basket());
    }
    violations("no order that nobody placed")
        .addAll(orders.values().stream().map(Object::toString).toList());
  }

  private void acknowledged(Intent intent, Map<Long, JsonNode> byId) {
    violations("the same key always gets the same response").addAll(intent.contradictions());
    List<String> wrong = violations("every acknowledged order is there, unchanged");
    JsonNode promised = intent.acknowledged();
    if (promised == null) {
      return;
    }
    JsonNode found = byId.get(promised.get("id").longValue());
    if (found == null) {
      wrong.add("lost: " + promised);
      return;
    }
    boolean cancelled = status(found).equals("cancelled");
    ObjectNode expected = (ObjectNode) promised.deepCopy();
    if (cancelled && intent.mayBeCancelled()) {
      expected.put("status", "cancelled");
    }
    if (!expected.equals(found)) {
      wrong.add("promised " + promised + " but there is " + found);
    }
    List<String> revived = violations("an order that was cancelled stays cancelled");
    if (intent.mustBeCancelled() && !cancelled) {
      revived.add(found.toString());
    }
  }

  private void atMostOnce(Intent intent, List<JsonNode> orders) {
    int most = intent.key() == null ? intent.timesSent() : 1;
    List<String> twice = violations("no key is ordered twice");
    if (orders.size() > most) {
      twice.add("sent " + intent.timesSent() + " times, key " + intent.key() + ": " + orders);
    }
    List<String> refused = violations("a refused order leaves no trace");
    if (intent.isRefusedForGood() && !orders.isEmpty()) {
      refused.add(orders.toString());
    }
  }

  private static boolean total(JsonNode order) {
    if (!order.has("total")) {
      return !status(order).equals("confirmed");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : order.get("items")) {
      sum =
          sum.add(
              item.get("unitPrice").decimalValue().multiply(item.get("quantity").decimalValue()));
    }
    return sum.compareTo(order.get("total").decimalValue()) == 0;
  }

  private static Map<Long, Integer> basket(JsonNode order) {
    Map<Long, Integer> basket = new TreeMap<>();
    for (JsonNode item : order.get("items")) {
      basket.merge(
          item.get("productId").longValue(), item.get("quantity").intValue(), Integer::sum);
    }
    return basket;
  }

  private static String status(JsonNode order) {
    return order.get("status").stringValue();
  }

  private List<String> violations(String invariant) {
    return violations.computeIfAbsent(invariant, name -> new ArrayList<>());
  }
}
