package org.contractshop.tools.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.spec.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Checks that the contracts about reading, reserving and ordering a product are consistent: a
 * reservation succeeds if the stock in the contracts is sufficient, unless the contract names a
 * state in which something else happened, and an order has the same outcome as the reservation of
 * its items.
 */
final class ReservationStory {
  private static final List<String> STATUS = List.of("response", "status");

  private final Map<String, Integer> stock = new TreeMap<>();
  private final Map<JsonNode, ContractFile> reservations = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private ReservationStory() {}

  static List<Violation> violations(List<ContractFile> contracts) {
    ReservationStory story = new ReservationStory();
    contracts.stream().filter(ContractFile::reads).forEach(story::readStock);
    contracts.stream().filter(ReservationStory::isReservation).forEach(story::isTrue);
    contracts.stream().filter(ReservationStory::isOrder).forEach(story::goesAsItsReservation);
    return story.violations;
  }

  private void readStock(ContractFile file) {
    JsonNode body = file.responseBody();
    for (int index = 0; index < (body.isArray() ? body.size() : 1); index++) {
      JsonNode product = body.isArray() ? body.get(index) : body;
      if (product.path("stock").isNumber()) {
        int pieces = product.get("stock").asInt();
        Integer before = stock.putIfAbsent(product.path("id").asString(), pieces);
        if (before != null && before != pieces) {
          add(
              file,
              List.of("response", "body"),
              "the stock of product %s is %d here, but %d in another contract",
              product.path("id").asString(),
              pieces,
              before);
        }
      }
    }
  }

  private static boolean isReservation(ContractFile file) {
    return file.requestBody().path("lines").isArray()
        && (file.status() == 201 || file.status() == 422);
  }

  private void isTrue(ContractFile file) {
    reservations.put(file.requestBody().get("lines"), file);
    int expected = suffices(file.requestBody().get("lines")) ? 201 : 422;
    if (file.contract().state().isEmpty() && file.status() != expected) {
      add(
          file,
          STATUS,
          "the stock that other contracts show leads to %d; correct one of them, or name the state in metadata",
          expected);
    }
  }

  private boolean suffices(JsonNode lines) {
    Map<String, Integer> wanted = new TreeMap<>();
    lines.forEach(
        line ->
            wanted.merge(
                line.path("productId").asString(), line.path("quantity").asInt(), Integer::sum));
    return wanted.entrySet().stream()
        .allMatch(entry -> stock.getOrDefault(entry.getKey(), 0) >= entry.getValue());
  }

  /** An order that is decided by the stock, not by the network or the request. */
  private static boolean isOrder(ContractFile file) {
    String type = file.responseBody().path("type").asString("");
    return file.requestBody().path("items").isArray()
        && (file.status() == 201
            || type.endsWith(":insufficient-stock")
            || type.endsWith(":unknown-product"));
  }

  private void goesAsItsReservation(ContractFile file) {
    ContractFile reservation = reservations.get(file.requestBody().get("items"));
    if (reservation == null) {
      add(
          file,
          List.of("request", "body"),
          "no contract reserves the same lines, so that nobody could place this order; add one");
      return;
    }
    JsonNode order = file.responseBody();
    JsonNode reserved = reservation.responseBody();
    if (file.status() != reservation.status()
        || !order.path("items").equals(reserved.path("lines"))
        || !order.path("error").equals(reserved.path("error"))) {
      add(
          file,
          STATUS,
          "the same lines are answered otherwise in %s; make both the same",
          reservation.place(STATUS));
    }
  }

  private void add(ContractFile file, List<String> place, String problem, Object... values) {
    violations.add(file.violation("contract-story", place, problem.formatted(values)));
  }
}
