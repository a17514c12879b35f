package org.contractshop.tools.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of fault for every object, field and list of a body. */
final class BodyFaults {
  private static final Set<String> ERROR_TEXTS = Set.of("title", "detail", "error", "message");

  private final ObservedResponse answer;
  private final List<Mutant> mutants = new ArrayList<>();

  private BodyFaults(ObservedResponse answer) {
    this.answer = answer;
  }

  static List<Mutant> in(ObservedResponse answer) {
    BodyFaults faults = new BodyFaults(answer);
    if (answer.body() != null) {
      faults.plant(Fault.NO_BODY, "all of it", whole -> whole.withBody(null));
      faults.visit(answer.body(), JsonPointer.empty());
    }
    return faults.mutants;
  }

  private void visit(JsonNode node, JsonPointer at) {
    if (node instanceof ObjectNode object) {
      inObject(Fault.LEAKED_FIELD, at, it -> it.put("passwordHash", "leaked"));
      object.forEachEntry(
          (name, value) -> {
            field(name, value, at);
            visit(value, at.appendProperty(name));
          });
    } else if (node instanceof ArrayNode array) {
      list(array, at);
      for (int index = 0; index < array.size(); index++) {
        visit(array.get(index), at.appendIndex(index));
      }
    }
  }

  private void field(String name, JsonNode value, JsonPointer object) {
    JsonPointer at = object.appendProperty(name);
    inField(Fault.DROPPED_FIELD, at, object, it -> it.remove(name));
    inField(Fault.RENAMED_FIELD, at, object, it -> it.set(name + "Value", it.remove(name)));
    inField(Fault.NULL_FIELD, at, object, it -> it.putNull(name));
    if (value.isNumber()) {
      inField(
          Fault.NUMBER_OFF_BY_ONE,
          at,
          object,
          it -> it.put(name, it.get(name).decimalValue().add(BigDecimal.ONE)));
      inField(
          Fault.NUMBER_AS_TEXT, at, object, it -> it.put(name, it.get(name).decimalValue() + ""));
    } else if (value.isString()) {
      inField(
          textFault(name), at, object, it -> it.put(name, "other " + it.get(name).stringValue()));
    }
  }

  private Fault textFault(String name) {
    if (answer.isError() && name.equals("type")) {
      return Fault.OTHER_PROBLEM_TYPE;
    }
    return answer.isError() && ERROR_TEXTS.contains(name)
        ? Fault.OTHER_ERROR_TEXT
        : Fault.OTHER_TEXT;
  }

  private void list(ArrayNode array, JsonPointer at) {
    inList(
        Fault.EXTRA_ELEMENT,
        at,
        it -> it.add(it.isEmpty() ? it.objectNode() : it.get(it.size() - 1).deepCopy()));
    if (!array.isEmpty()) {
      inList(Fault.MISSING_ELEMENT, at, it -> it.remove(it.size() - 1));
    }
    if (array.size() > 1) {
      inList(Fault.OTHER_ORDER, at, it -> it.add(it.remove(0)));
    }
  }

  private void inField(
      Fault fault, JsonPointer field, JsonPointer object, Consumer<ObjectNode> change) {
    inBody(fault, field, body -> change.accept((ObjectNode) body.at(object)));
  }

  private void inObject(Fault fault, JsonPointer object, Consumer<ObjectNode> change) {
    inBody(fault, object, body -> change.accept((ObjectNode) body.at(object)));
  }

  private void inList(Fault fault, JsonPointer list, Consumer<ArrayNode> change) {
    inBody(fault, list, body -> change.accept((ArrayNode) body.at(list)));
  }

  private void inBody(Fault fault, JsonPointer place, Consumer<JsonNode> change) {
    plant(
        fault,
        place.toString().isEmpty() ? "/" : place.toString(),
        whole -> {
          JsonNode copy = Objects.requireNonNull(whole.body()).deepCopy();
          change.accept(copy);
          return whole.withBody(copy);
        });
  }

  private void plant(Fault fault, String where, UnaryOperator<ObservedResponse> change) {
    mutants.add(Mutant.ofResponse(fault, where, change));
  }
}
