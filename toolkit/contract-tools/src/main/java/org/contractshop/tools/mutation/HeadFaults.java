package org.contractshop.tools.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;

/** Wrong statuses, media types and headers. */
final class HeadFaults {
  private static final String JSON = "application/json";
  private static final Map<Integer, Integer> NEIGHBOURS =
      Map.of(200, 201, 201, 200, 400, 422, 401, 403, 403, 401, 404, 410, 409, 422, 422, 409);

  private final List<Mutant> mutants = new ArrayList<>();

  private HeadFaults() {}

  static List<Mutant> in(ObservedResponse answer) {
    HeadFaults faults = new HeadFaults();
    faults.status(answer);
    faults.headers(answer);
    return faults.mutants;
  }

  private void status(ObservedResponse answer) {
    int other = NEIGHBOURS.getOrDefault(answer.status(), answer.isError() ? 400 : 200);
    plant(Fault.OTHER_STATUS, answer.status() + " becomes " + other, it -> it.withStatus(other));
    String status = String.valueOf(answer.status());
    if (answer.isError()) {
      plant(Fault.SUCCESS_FOR_ERROR, status, it -> it.withStatus(200));
      plant(
          Fault.EMPTY_LIST_FOR_ERROR,
          status,
          it ->
              it.withStatus(200)
                  .withHeader(ObservedResponse.CONTENT_TYPE, JSON)
                  .withBody(JsonNodeFactory.instance.arrayNode()));
    } else {
      plant(Fault.ERROR_FOR_SUCCESS, status, it -> it.withStatus(500));
    }
  }

  private void headers(ObservedResponse answer) {
    String type = answer.headers().get(ObservedResponse.CONTENT_TYPE);
    if (type != null) {
      String other = type.startsWith(JSON) ? "text/plain" : JSON;
      plant(
          Fault.OTHER_MEDIA_TYPE,
          type + " becomes " + other,
          it -> it.withHeader(ObservedResponse.CONTENT_TYPE, other));
    }
    for (String name : ObservedResponse.GUIDING_HEADERS) {
      String value = answer.headers().get(name);
      if (value != null) {
        plant(Fault.DROPPED_HEADER, name, it -> it.withoutHeader(name));
        plant(Fault.OTHER_HEADER, name, it -> it.withHeader(name, value + "0"));
      }
    }
  }

  private void plant(Fault fault, String where, UnaryOperator<ObservedResponse> change) {
    mutants.add(Mutant.ofResponse(fault, where, change));
  }
}
