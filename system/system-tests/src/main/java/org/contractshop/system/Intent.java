package org.contractshop.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * A customer's intent to order something, and what the customer saw of it. The basket is unique for
 * the customer, so that its order can be recognized in the history.
 */
final class Intent {
  private final SortedMap<Long, Integer> basket;
  private final String key;
  private int sent;
  private JsonNode acknowledged;
  private final List<String> contradictions = new ArrayList<>();
  private int refusedWith;
  private boolean cancelSent;
  private boolean cancelAcknowledged;

  /**
   * @param key the idempotency key, or null to send without one
   */
  Intent(SortedMap<Long, Integer> basket, String key) {
    this.basket = basket;
    this.key = key;
  }

  String key() {
    return key;
  }

  Map<Long, Integer> basket() {
    return basket;
  }

  String body() {
    StringBuilder items = new StringBuilder();
    basket.forEach(
        (product, quantity) ->
            items
                .append(items.isEmpty() ? "" : ",")
                .append("{\"productId\":%d,\"quantity\":%d}".formatted(product, quantity)));
    return "{\"items\":[" + items + "]}";
  }

  void sent() {
    sent++;
  }

  int timesSent() {
    return sent;
  }

  void acknowledge(JsonNode order) {
    if (acknowledged != null && !acknowledged.equals(order)) {
      contradictions.add("key " + key + " got " + acknowledged + " and then " + order);
    }
    acknowledged = order;
  }

  void refuse(int status) {
    if (acknowledged != null) {
      contradictions.add("key " + key + " got " + acknowledged + " and then status " + status);
    }
    refusedWith = status;
  }

  void cancelSent() {
    cancelSent = true;
  }

  void cancelAcknowledged() {
    cancelAcknowledged = true;
  }

  JsonNode acknowledged() {
    return acknowledged;
  }

  /** Whether the response says that nothing was ordered, and nothing will be. */
  boolean isRefusedForGood() {
    return refusedWith == 422;
  }

  boolean isSettledForTheCustomer() {
    return acknowledged != null || refusedWith != 0;
  }

  boolean mayBeCancelled() {
    return cancelSent || acknowledged == null;
  }

  boolean mustBeCancelled() {
    return cancelAcknowledged;
  }

  List<String> contradictions() {
    return contradictions;
  }
}
