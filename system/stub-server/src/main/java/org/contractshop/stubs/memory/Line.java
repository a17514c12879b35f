package org.contractshop.stubs.memory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A product and a quantity. */
record Line(long productId, int quantity) {
  static List<Line> of(JsonNode lines) {
    List<Line> list = new ArrayList<>();
    lines.forEach(
        line -> list.add(new Line(line.get("productId").asLong(), line.get("quantity").asInt())));
    return list;
  }

  /** The line with the current name and price. */
  static ArrayNode priced(List<Line> lines, Stock stock) {
    ArrayNode array = Reply.NODES.arrayNode();
    for (Line line : lines) {
      Product product = stock.find(line.productId()).orElseThrow();
      array
          .addObject()
          .put("productId", line.productId())
          .put("name", product.name())
          .put("quantity", line.quantity())
          .put("unitPrice", Reply.money(product.price()));
    }
    return array;
  }

  static BigDecimal total(ArrayNode priced) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : priced) {
      total =
          total.add(
              line.get("unitPrice").decimalValue().multiply(line.get("quantity").decimalValue()));
    }
    return total;
  }
}
