package org.contractshop.tools.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Checks that the contracts of all producers are consistent, so that a caller who goes from stub to
 * stub finds no contradiction: what one contract lists or creates can be read, a product has one
 * name and one price, and a total is the sum of its items.
 */
final class StoryRules {
  private static final List<String> BODY = List.of("response", "body");

  private final List<ContractFile> contracts;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Seen> seen = new HashMap<>();

  /** A value and the first place that shows it. */
  private record Seen(String value, String place) {}

  private StoryRules(List<ContractFile> contracts) {
    this.contracts = contracts;
  }

  static List<Violation> violations(List<ContractFile> contracts) {
    StoryRules rules = new StoryRules(contracts);
    for (ContractFile contract : contracts) {
      rules.compareProducts(contract, contract.responseBody(), BODY);
      rules.canBeRead(contract);
      rules.isShownAsMade(contract);
      rules.addsUp(contract);
    }
    rules.violations.addAll(ReservationStory.violations(contracts));
    return rules.violations;
  }

  private void compareProducts(ContractFile file, JsonNode node, List<String> place) {
    String price = node.has("unitPrice") ? "unitPrice" : "price";
    if (node.has("name") && node.has(price)) {
      String id = node.path(node.has("productId") ? "productId" : "id").asString("?");
      compare(file, "the name of product " + id, node.path("name").asString(), place, "name");
      String amount = node.path(price).decimalValue().stripTrailingZeros().toPlainString();
      compare(file, "the price of product " + id, amount, place, price);
    }
    for (Map.Entry<String, JsonNode> member : Json.members(node)) {
      compareProducts(file, member.getValue(), inside(place, member.getKey()));
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      compareProducts(file, node.get(index), inside(place, String.valueOf(index)));
    }
  }

  private void compare(
      ContractFile file, String what, String value, List<String> object, String field) {
    List<String> place = inside(object, field);
    Seen first = seen.computeIfAbsent(what, key -> new Seen(value, file.place(place)));
    if (!first.value().equals(value)) {
      add(
          file,
          place,
          "%s is %s here, but %s in %s; use one of them in all contracts",
          what,
          value,
          first.value(),
          first.place());
    }
  }

  private void canBeRead(ContractFile file) {
    promised(file)
        .filter(path -> readerOf(path).isEmpty())
        .forEach(
            path ->
                add(
                    file,
                    BODY,
                    "shows %s, which no contract reads; add one with GET %s",
                    path,
                    path));
  }

  /** The paths of the elements of a list, if they have ids, and of what was created. */
  private static Stream<String> promised(ContractFile file) {
    if (!file.location().isEmpty()) {
      return Stream.of(file.location());
    }
    return file.responseBody().isArray()
        ? file.responseBody()
            .valueStream()
            .filter(element -> element.has("id"))
            .map(element -> file.contract().path() + "/" + element.path("id").asString(""))
        : Stream.of();
  }

  private Optional<ContractFile> readerOf(String path) {
    return contracts.stream()
        .filter(ContractFile::reads)
        .filter(file -> file.contract().path().equals(path))
        .findFirst();
  }

  private void isShownAsMade(ContractFile file) {
    if (file.location().isEmpty()) {
      return;
    }
    readerOf(file.location())
        .filter(reader -> reader.status() == 200)
        .filter(reader -> !Json.equal(reader.responseBody(), file.responseBody()))
        .ifPresent(
            reader ->
                add(file, BODY, "is not what %s shows; make both the same", reader.place(BODY)));
  }

  private void addsUp(ContractFile file) {
    JsonNode body = file.responseBody();
    if (!body.path("total").isNumber()) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : body.path("items")) {
      sum =
          sum.add(
              item.path("unitPrice").decimalValue().multiply(item.path("quantity").decimalValue()));
    }
    if (sum.compareTo(body.get("total").decimalValue()) != 0) {
      add(file, inside(BODY, "total"), "the total is not %s, the sum of the items", sum);
    }
  }

  private static List<String> inside(List<String> place, String key) {
    List<String> inside = new ArrayList<>(place);
    inside.add(key);
    return inside;
  }

  private void add(ContractFile file, List<String> place, String problem, Object... values) {
    violations.add(file.violation("contract-story", place, problem.formatted(values)));
  }
}
