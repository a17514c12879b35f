package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoryRulesTest {
  @TempDir private Path folder;

  @BeforeEach
  void aWorldOfOneProduct() throws IOException {
    reading("products/shows", "/products/1", "{id: 1, name: Kite, price: 19.99, stock: 5}");
    writing(
        "products/reserves",
        201,
        "lines",
        2,
        "lines: [{productId: 1, name: Kite, quantity: 2, unitPrice: 19.99}]");
    writing(
        "orders/places",
        201,
        "items",
        2,
        "items: [{productId: 1, name: Kite, quantity: 2, unitPrice: 19.99}]\n    total: 39.98");
  }

  @Test
  void a_world_without_contradictions_breaks_no_rule() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void another_price_elsewhere_is_a_contradiction() throws IOException {
    reading("products/lists", "/products/2", "{id: 1, name: Kite, price: 20, stock: 5}");
    assertThat(violations())
        .contains(
            "contracts/products/caller/lists.yml:8 the price of product 1 is 20 here, but 19.99 in"
                + " contracts/orders/caller/places.yml:11; use one of them in all contracts");
  }

  @Test
  void what_is_listed_must_be_readable() throws IOException {
    reading("products/lists", "/products", "[{id: 1}, {id: 2}]");
    assertThat(violations())
        .containsExactly(
            "contracts/products/caller/lists.yml:7 shows /products/2, which no contract reads; add"
                + " one with GET /products/2");
  }

  @Test
  void what_has_no_id_cannot_be_read() throws IOException {
    reading("products/ranks", "/products/best", "[{productId: 1, rank: 1}]");
    assertThat(violations()).isEmpty();
  }

  @Test
  void what_was_made_must_be_shown_as_it_was_made() throws IOException {
    edit("orders/places", "  status: 201", "  status: 201\n  headers:\n    Location: /orders/7");
    reading("orders/shows", "/orders/7", "{items: []}");
    assertThat(violations())
        .singleElement()
        .asString()
        .contains("is not what contracts/orders/caller/shows.yml:7 shows; make both the same");
  }

  @Test
  void a_total_must_be_the_sum() throws IOException {
    edit("orders/places", "39.98", "39.97");
    assertThat(violations())
        .containsExactly(
            "contracts/orders/caller/places.yml:12 the total is not 39.98, the sum of the items");
  }

  @Test
  void the_stock_that_is_shown_decides_about_a_reservation() throws IOException {
    edit("products/shows", "stock: 5", "stock: 1");
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith(
            "contracts/products/caller/reserves.yml:9 the stock that other contracts show leads to"
                + " 422");
  }

  @Test
  void a_state_excuses_another_outcome() throws IOException {
    edit("products/shows", "stock: 5", "stock: 1");
    edit("products/reserves", "description: x", "description: x\nmetadata:\n  state: refilled");
    assertThat(violations()).isEmpty();
  }

  @Test
  void an_order_goes_as_the_reservation_of_its_items() throws IOException {
    edit("products/reserves", "quantity: 2", "quantity: 3");
    assertThat(violations())
        .containsExactly(
            "contracts/orders/caller/places.yml:5 no contract reserves the same lines, so that"
                + " nobody could place this order; add one");
  }

  @Test
  void stock_is_the_same_wherever_it_is_shown() throws IOException {
    reading("products/also", "/products/1", "{id: 1, stock: 4}");
    assertThat(violations())
        .contains(
            "contracts/products/caller/shows.yml:7 the stock of product 1 is 5 here, but 4 in"
                + " another contract");
  }

  private List<String> violations() {
    return StoryRules.violations(ContractFiles.read(folder).files()).stream()
        .map(Violation::toString)
        .toList();
  }

  private void reading(String name, String path, String body) throws IOException {
    write(
        name,
        """
        description: x
        request:
          method: GET
          url: %s
        response:
          status: 200
          body:
            %s
        """
            .formatted(path, body));
  }

  private void writing(String name, int status, String lines, int quantity, String body)
      throws IOException {
    write(
        name,
        """
        description: x
        request:
          method: POST
          url: /orders
          body:
            %s:
              - {productId: 1, quantity: %d}
        response:
          status: %d
          body:
            %s
        """
            .formatted(lines, quantity, status, body));
  }

  private void write(String name, String text) throws IOException {
    Path file = file(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void edit(String name, String from, String to) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text).contains(from);
    Files.writeString(file(name), text.replace(from, to));
  }

  private Path file(String name) {
    return folder.resolve(name.replace("/", "/caller/") + ".yml");
  }
}
