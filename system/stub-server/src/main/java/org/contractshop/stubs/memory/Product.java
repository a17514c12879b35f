package org.contractshop.stubs.memory;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * @param json as the stub shows it, except for price and stock
 */
record Product(long id, BigDecimal price, int stock, ObjectNode json) {
  static Product of(JsonNode json) {
    return new Product(
        json.get("id").asLong(),
        json.get("price").decimalValue(),
        json.get("stock").asInt(),
        (ObjectNode) json);
  }

  Product plus(int pieces) {
    return new Product(id, price, stock + pieces, json);
  }

  String name() {
    return json.get("name").asString();
  }

  boolean isIn(String category) {
    return json.get("category").asString().equals(category);
  }

  JsonNode shown() {
    ObjectNode shown = json.deepCopy();
    shown.put("price", Reply.money(price));
    shown.put("stock", stock);
    return shown;
  }
}
