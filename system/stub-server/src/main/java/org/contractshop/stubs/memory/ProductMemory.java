package org.contractshop.stubs.memory;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue, the stock and its reservations. */
final class ProductMemory implements Memory {
  /** Above all ids in the contracts, some of which stand for faults. */
  private static final long FIRST_ID = 1000;

  private final Stock stock;
  private final Keys keys;
  private final Map<String, Reservation> reservations = new HashMap<>();

  /**
   * @param keysOfContracts whose story the contracts tell
   */
  ProductMemory(Stock stock, Set<String> keysOfContracts) {
    this.stock = stock;
    keys = new Keys(keysOfContracts);
  }

  /**
   * @param held the lines with their prices, empty after a refusal or a release
   */
  private record Reservation(
      List<Line> lines, Optional<ArrayNode> held, Optional<Stock.Refusal> refusal) {}

  @Override
  public Optional<Reply> reply(Call call) {
    return switch (call.operation()) {
      case "GET /products" -> Optional.of(list(call).unlessKnown(call));
      case "GET /products/*" -> show(call).map(reply -> reply.unlessKnown(call));
      case "POST /products" -> keys.once(call, () -> add(call));
      case "PATCH /products/*/stock" -> decrement(call);
      case "PUT /stock-reservations/*" -> reserve(call);
      case "DELETE /stock-reservations/*" -> release(call);
      default -> Optional.empty();
    };
  }

  private Reply list(Call call) {
    Optional<Long> after = Pages.after(call, 0);
    if (after.isEmpty()) {
      return Reply.invalidField(call, "after", "is not a cursor of this list");
    }
    String category = call.query().get("category");
    String least = call.query().get("minPrice");
    String most = call.query().get("maxPrice");
    List<Product> found =
        stock.all().stream()
            .filter(product -> product.id() > after.get())
            .filter(product -> category == null || product.isIn(category))
            .filter(product -> least == null || product.price().compareTo(decimal(least)) >= 0)
            .filter(product -> most == null || product.price().compareTo(decimal(most)) <= 0)
            .toList();
    return Pages.page(call, found, Product::id, Product::shown);
  }

  private Optional<Reply> show(Call call) {
    return stock
        .find(call.id())
        .map(product -> Reply.ok(product.shown()))
        .or(
            () ->
                call.stub().isContract()
                    ? Optional.empty()
                    : Optional.of(Reply.notFound(call, "product")));
  }

  private Reply add(Call call) {
    if (!call.caller().isAdmin()) {
      return Reply.forbidden(call);
    }
    long last = stock.all().stream().mapToLong(Product::id).max().orElse(0);
    long next = Math.max(FIRST_ID, last + 1);
    long id = call.stub().idOr(next);
    if (stock.find(id).isPresent()) {
      id = next;
    }
    ObjectNode json = Reply.NODES.objectNode().put("id", id);
    json.setAll((ObjectNode) call.body());
    Product product = Product.of(json);
    stock.put(product);
    return Reply.created("/products/" + id, product.shown());
  }

  private Optional<Reply> decrement(Call call) {
    if (!call.caller().mayChangeStock()) {
      return Optional.of(Reply.forbidden(call));
    }
    Optional<Product> found = stock.find(call.id());
    if (found.isEmpty()) {
      return call.stub().isContract()
          ? Optional.empty()
          : Optional.of(Reply.notFound(call, "product"));
    }
    return keys.once(call, () -> decrement(call, found.get()));
  }

  private Reply decrement(Call call, Product product) {
    int pieces = call.body().get("decrement").asInt();
    if (product.stock() < pieces) {
      return Stock.insufficient(call, product.id(), "Insufficient stock");
    }
    stock.put(product.plus(-pieces));
    return Reply.ok(product.plus(-pieces).shown());
  }

  private Optional<Reply> reserve(Call call) {
    if (!call.caller().mayChangeStock()) {
      return Optional.of(Reply.forbidden(call));
    }
    String id = call.path()[1].toLowerCase(Locale.ROOT);
    List<Line> lines = Line.of(call.body().get("lines"));
    Reservation earlier = reservations.get(id);
    if (earlier != null) {
      return Optional.of(repeat(call, id, lines, earlier));
    }
    if (call.stub().status() == 200 || call.stub().status() == 409 || !stock.isPredictable(lines)) {
      return Optional.empty();
    }
    Optional<Stock.Refusal> refusal = stock.take(lines);
    Optional<ArrayNode> held =
        refusal.isPresent() ? Optional.empty() : Optional.of(Line.priced(lines, stock));
    reservations.put(id, new Reservation(lines, held, refusal));
    return Optional.of(
        refusal.map(reason -> reason.reply(call)).orElseGet(() -> held(201, id, held)));
  }

  private static Reply repeat(Call call, String id, List<Line> lines, Reservation earlier) {
    if (earlier.held().isEmpty() && earlier.refusal().isEmpty()) {
      return Reply.problem(
          call,
          409,
          "reservation-released",
          "Reservation released",
          "Reservation " + id + " was released and cannot be made again.");
    }
    if (!earlier.lines().equals(lines)) {
      return Reply.problem(
          call,
          409,
          "reservation-conflict",
          "Reservation conflict",
          "Reservation " + id + " was requested before with other lines.");
    }
    return earlier
        .refusal()
        .map(reason -> reason.reply(call))
        .orElseGet(() -> held(200, id, earlier.held()));
  }

  private static Reply held(int status, String id, Optional<ArrayNode> lines) {
    ObjectNode body = Reply.NODES.objectNode().put("id", id);
    body.set("lines", lines.orElseThrow().deepCopy());
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }

  private Optional<Reply> release(Call call) {
    if (!call.caller().mayChangeStock()) {
      return Optional.of(Reply.forbidden(call));
    }
    String id = call.path()[1].toLowerCase(Locale.ROOT);
    Reservation earlier = reservations.get(id);
    if (earlier != null && earlier.held().isPresent()) {
      stock.putBack(earlier.lines());
    }
    reservations.put(id, new Reservation(List.of(), Optional.empty(), Optional.empty()));
    return Optional.of(Reply.noContent());
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
