package org.contractshop.tools.exchange;

import java.util.Map;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import tools.jackson.databind.JsonNode;

/**
 * Rules that no schema can express, such as the format of a cursor. A service may refuse a request
 * that the schemas allow with 400 only if the spec shows the refusal as an example of that response
 * with {@code x-reason: business-rule}. Other examples show what the schemas refuse, and justify
 * nothing else.
 */
final class BusinessRules {
  private BusinessRules() {}

  static boolean document(Exchange refusal, Operation operation) {
    JsonNode content = operation.response(400).path("content").path("application/problem+json");
    JsonNode answer = Json.read(refusal.responseBody()).map(BusinessRules::reason).orElse(null);
    return answer != null
        && !answer.isMissingNode()
        && content.path("examples").properties().stream()
            .filter(
                example ->
                    example
                        .getValue()
                        .path(Extensions.REASON)
                        .asString("")
                        .equals(Extensions.BUSINESS_RULE))
            .map(Map.Entry::getValue)
            .map(example -> reason(example.path("value")))
            .anyMatch(answer::equals);
  }

  /** The fields and what is wrong with them. */
  private static JsonNode reason(JsonNode problem) {
    return problem.path("fields");
  }
}
