package org.contractshop.stubs.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The orders, and the keys with which they were placed. */
final class OrderMemory implements Memory {
  /** Above all ids in the contracts. */
  private static final long FIRST_ID = 1000;

  private final Stock stock;
  private final TreeMap<Long, ObjectNode> orders = new TreeMap<>(Comparator.reverseOrder());
  private final Set<Long> ofContracts;
  private final Keys keys;

  /**
   * @param keysOfContracts whose story the contracts tell
   */
  OrderMemory(Stock stock, List<ObjectNode> orders, Set<String> keysOfContracts) {
    this.stock = stock;
    orders.forEach(order -> this.orders.put(order.get("id").asLong(), order.deepCopy()));
    ofContracts = Set.copyOf(this.orders.keySet());
    keys = new Keys(keysOfContracts);
  }

  @Override
  public Optional<Reply> reply(Call call) {
    return switch (call.operation()) {
      case "POST /orders" -> place(call);
      case "GET /orders" -> Optional.of(list(call));
      case "GET /orders/*" -> own(call).or(() -> unknown(call));
      case "POST /orders/*/cancellation" -> cancel(call);
      default -> Optional.empty();
    };
  }

  private Optional<Reply> place(Call call) {
    List<Line> items = Line.of(call.body().get("items"));
    long id = call.stub().idOr(0);
    boolean isShown = call.stub().status() == 201 && ofContracts.contains(id);
    if (isShown || !stock.isPredictable(items)) {
      return Optional.empty();
    }
    return keys.once(
        call,
        () ->
            stock
                .take(items)
                .map(refusal -> refusal.reply(call))
                .orElseGet(() -> confirmed(call.caller().id(), next(id), items)));
  }

  /** The contract's id, unless it would precede an order that was placed earlier. */
  private long next(long ofContract) {
    return Math.max(ofContract == 0 ? FIRST_ID : ofContract, orders.firstKey() + 1);
  }

  private Reply confirmed(long user, long id, List<Line> items) {
    ArrayNode priced = Line.priced(items, stock);
    ObjectNode order = Reply.NODES.objectNode().put("id", id).put("userId", user);
    order.set("items", priced);
    order.put("total", Reply.money(Line.total(priced)));
    order.put("status", "confirmed");
    order.put("createdAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    orders.put(id, order);
    return Reply.created("/orders/" + id, order.deepCopy());
  }

  private Reply list(Call call) {
    Optional<Long> before = Pages.after(call, Long.MAX_VALUE);
    if (before.isEmpty()) {
      return Reply.invalidField(call, "after", "is not a cursor of this list");
    }
    List<ObjectNode> found =
        orders.values().stream()
            .filter(order -> order.get("userId").asLong() == call.caller().id())
            .filter(order -> order.get("id").asLong() < before.get())
            .toList();
    return Pages.page(call, found, order -> order.get("id").asLong(), JsonNode::deepCopy);
  }

  private Optional<Reply> own(Call call) {
    return Optional.ofNullable(orders.get(call.id()))
        .map(order -> isOwn(order, call) ? Reply.ok(order.deepCopy()) : Reply.forbidden(call));
  }

  private Optional<Reply> cancel(Call call) {
    ObjectNode order = orders.get(call.id());
    if (order == null) {
      return unknown(call);
    }
    if (!isOwn(order, call)) {
      return Optional.of(Reply.forbidden(call));
    }
    String status = order.get("status").asString();
    if (status.equals("pending")) {
      return Optional.empty();
    }
    if (status.equals("confirmed")) {
      stock.putBack(Line.of(order.get("items")));
      order.put("status", "cancelled");
    }
    return Optional.of(Reply.ok(order.deepCopy()));
  }

  private static boolean isOwn(ObjectNode order, Call call) {
    return order.get("userId").asLong() == call.caller().id();
  }

  /** The contracts have others, which were placed before. */
  private static Optional<Reply> unknown(Call call) {
    return call.stub().isContract() ? Optional.empty() : Optional.of(Reply.notFound(call, "order"));
  }
}
