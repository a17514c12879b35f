package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a caller reads of a product, reserves of it and orders of it fits together across the
 * contracts of the services, so that an order placed against stubs goes as one placed for real.
 */
final class ContractsTellOneStoryTest {
  /** Another customer buys between reading and reserving. */
  private static final long GONE_WHEN_ORDERED = 422;

  private static final Contracts PRODUCT = Contracts.of("product-service");
  private static final Contracts ORDER = Contracts.of("order-service");

  @Test
  void a_product_has_one_name_and_one_price_everywhere() {
    Map<Long, TreeSet<String>> names = new TreeMap<>();
    Map<Long, TreeSet<BigDecimal>> prices = new TreeMap<>();
    Stream.concat(PRODUCT.all().stream(), ORDER.all().stream())
        .forEach(contract -> collect(contract.response().path("body"), names, prices));
    assertThat(names).hasSizeGreaterThan(5).allSatisfy((id, known) -> assertThat(known).hasSize(1));
    assertThat(prices).allSatisfy((id, known) -> assertThat(known).hasSize(1));
  }

  @TestFactory
  Stream<DynamicTest> what_is_listed_or_made_can_be_looked_at() {
    return Stream.of(PRODUCT, ORDER)
        .flatMap(contracts -> contracts.all().stream())
        .flatMap(contract -> promised(contract).map(path -> Map.entry(contract.name(), path)))
        .map(
            promise ->
                DynamicTest.dynamicTest(
                    promise.getKey() + " " + promise.getValue(),
                    () ->
                        assertThat(
                                Stream.of(PRODUCT, ORDER)
                                    .flatMap(contracts -> contracts.all().stream())
                                    .filter(ContractsTellOneStoryTest::reads)
                                    .map(Contract::path))
                            .contains(promise.getValue())));
  }

  private static boolean reads(Contract contract) {
    return contract.request().path("method").asString().equals("GET");
  }

  /** The paths of what a list shows, and of what was made. */
  private static Stream<String> promised(Contract contract) {
    JsonNode body = contract.response().path("body");
    JsonNode location = contract.response().path("headers").path("Location");
    if (location.isString()) {
      return Stream.of(location.asString());
    }
    return body.isArray()
        ? elements(body).stream().map(element -> contract.path() + "/" + element.get("id"))
        : Stream.of();
  }

  @Test
  void an_order_is_shown_as_it_was_placed() {
    Map<String, JsonNode> shown = new HashMap<>();
    ORDER.all().stream()
        .filter(ContractsTellOneStoryTest::reads)
        .forEach(contract -> shown.put(contract.path(), contract.response().path("body")));
    assertThat(ORDER.all())
        .filteredOn(contract -> contract.response().path("headers").has("Location"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            contract ->
                assertThat(contract.response().path("body"))
                    .isEqualTo(shown.get(contract.response().at("/headers/Location").asString())));
  }

  @TestFactory
  Stream<DynamicTest> what_is_read_decides_what_can_be_reserved() {
    Map<Long, Integer> stock = stockAsRead();
    return reservations(PRODUCT)
        .filter(contract -> List.of(201, 422).contains(status(contract)))
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.name(),
                    () -> assertThat(verdict(contract, stock)).isEqualTo(status(contract))));
  }

  @TestFactory
  Stream<DynamicTest> an_order_gets_what_the_reservation_of_its_items_gets() {
    Map<JsonNode, Contract> reservations = new HashMap<>();
    reservations(PRODUCT)
        .filter(contract -> List.of(201, 422).contains(status(contract)))
        .forEach(contract -> reservations.put(contract.request().at("/body/lines"), contract));
    return ORDER.all().stream()
        .filter(contract -> contract.path().equals("/orders") && contract.request().has("body"))
        .filter(ContractsTellOneStoryTest::isDecidedByStock)
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.name(),
                    () -> {
                      Contract reservation = reservations.get(contract.request().at("/body/items"));
                      assertThat(reservation).as("a reservation of the same lines").isNotNull();
                      JsonNode order = contract.response().path("body");
                      JsonNode reserved = reservation.response().path("body");
                      assertThat(status(contract)).isEqualTo(status(reservation));
                      assertThat(order.path("items")).isEqualTo(reserved.path("lines"));
                      assertThat(order.path("error")).isEqualTo(reserved.path("error"));
                    }));
  }

  @Test
  void a_total_is_the_sum_of_its_items() {
    List<Contract> totals =
        ORDER.all().stream()
            .filter(contract -> contract.response().at("/body/total").isNumber())
            .toList();
    assertThat(totals)
        .isNotEmpty()
        .allSatisfy(
            contract -> {
              BigDecimal sum = BigDecimal.ZERO;
              for (JsonNode item : contract.response().at("/body/items")) {
                sum =
                    sum.add(
                        item.get("unitPrice")
                            .decimalValue()
                            .multiply(item.get("quantity").decimalValue()));
              }
              assertThat(sum)
                  .isEqualByComparingTo(contract.response().at("/body/total").decimalValue());
            });
  }

  private static Stream<Contract> reservations(Contracts contracts) {
    return contracts.all().stream()
        .filter(contract -> contract.path().startsWith("/stock-reservations/"))
        .filter(contract -> contract.request().at("/body/lines").isArray());
  }

  private static boolean isDecidedByStock(Contract contract) {
    String type = contract.response().at("/body/type").asString("");
    return status(contract) == 201
        || type.endsWith("insufficient-stock")
        || type.endsWith("unknown-product");
  }

  private static Map<Long, Integer> stockAsRead() {
    Map<Long, Integer> stock = new TreeMap<>();
    for (Contract contract : PRODUCT.all()) {
      if (contract.request().path("method").asString().equals("GET")) {
        for (JsonNode product : elements(contract.response().path("body"))) {
          if (product.has("stock")) {
            Integer before = stock.put(id(product, "id"), product.get("stock").asInt());
            assertThat(before == null || before == product.get("stock").asInt())
                .as("the stock of product %s in %s", product.get("id"), contract.name())
                .isTrue();
          }
        }
      }
    }
    return stock;
  }

  private static int verdict(Contract reservation, Map<Long, Integer> stock) {
    Map<Long, Integer> wanted = new TreeMap<>();
    for (JsonNode line : reservation.request().at("/body/lines")) {
      wanted.merge(id(line, "productId"), line.get("quantity").asInt(), Integer::sum);
    }
    boolean enough =
        wanted.entrySet().stream()
            .allMatch(
                entry ->
                    entry.getKey() != GONE_WHEN_ORDERED
                        && stock.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    return enough ? 201 : 422;
  }

  private static void collect(
      JsonNode node, Map<Long, TreeSet<String>> names, Map<Long, TreeSet<BigDecimal>> prices) {
    if (node.has("name") && (node.has("price") || node.has("unitPrice"))) {
      long id = id(node, node.has("productId") ? "productId" : "id");
      names.computeIfAbsent(id, missing -> new TreeSet<>()).add(node.get("name").asString());
      prices
          .computeIfAbsent(id, missing -> new TreeSet<>())
          .add(node.path(node.has("price") ? "price" : "unitPrice").decimalValue());
    }
    node.forEach(child -> collect(child, names, prices));
  }

  private static List<JsonNode> elements(JsonNode body) {
    List<JsonNode> elements = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(elements::add);
    } else {
      elements.add(body);
    }
    return elements;
  }

  private static long id(JsonNode node, String field) {
    return node.path(field).asLong();
  }

  private static int status(Contract contract) {
    return contract.response().path("status").asInt();
  }
}
