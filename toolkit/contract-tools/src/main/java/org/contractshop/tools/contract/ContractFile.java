package org.contractshop.tools.contract;

import java.util.List;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;
import tools.jackson.databind.JsonNode;

/**
 * A contract that knows where it is written.
 *
 * @param producer such as {@code product-service}
 */
record ContractFile(String producer, Contract contract, SpecNode source) {
  /**
   * @param place the keys that lead to the mistake; if the place is absent, its parent's line is
   *     used
   */
  Violation violation(String rule, List<String> place, String words) {
    return new Violation(rule, source.file(), source.at(place).line(), words);
  }

  /** Such as {@code contracts/product-service/storefront/shows_a_product.yml:12}. */
  String place(List<String> place) {
    return source.file() + ":" + source.at(place).line();
  }

  boolean reads() {
    return contract.request().path("method").asString("").equals("GET");
  }

  int status() {
    return contract.response().path("status").asInt(0);
  }

  JsonNode requestBody() {
    return contract.request().path("body");
  }

  JsonNode responseBody() {
    return contract.response().path("body");
  }

  /** Of what was made; empty if nothing was. */
  String location() {
    return contract.response().path("headers").path("Location").asString("");
  }
}
