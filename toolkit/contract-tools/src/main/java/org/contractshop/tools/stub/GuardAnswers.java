package org.contractshop.tools.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The problems (RFC 9457) of {@link SpecGuards}, taken from the examples of the spec if possible.
 */
final class GuardAnswers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PROBLEM = "application/problem+json";

  private final String identity;

  GuardAnswers(String identity) {
    this.identity = identity;
  }

  /**
   * @param what what is refused, such as {@code the query parameter limit}
   */
  ResponseDefinitionBuilder refusal(Operation operation, int status, String what) {
    JsonNode response = operation.response(status);
    JsonNode examples = response.path("content").path(PROBLEM).path("examples");
    if (examples.isEmpty()) {
      throw new IllegalStateException(
          "%s can be refused for %s, but its spec shows no example of a %d"
              .formatted(operation.name(), what, status));
    }
    ObjectNode problem = (ObjectNode) examples.iterator().next().path("value").deepCopy();
    if (status == 400) {
      String error = "The spec of this operation refuses " + what;
      problem.put("detail", error + ".");
      problem.put("error", error);
      problem.remove("fields");
    }
    return withHeaders(answer(problem), response);
  }

  ResponseDefinitionBuilder expiredToken(Operation operation) {
    JsonNode examples = operation.response(401).path("content").path(PROBLEM).path("examples");
    JsonNode problem =
        examples
            .valueStream()
            .filter(
                example ->
                    example.path(Extensions.REASON).asString("").equals(Extensions.INVALID_TOKEN))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no example of a 401 with x-reason: invalid-token"
                            .formatted(operation.name())))
            .path("value");
    return answer((ObjectNode) problem.deepCopy())
        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  private static ResponseDefinitionBuilder withHeaders(
      ResponseDefinitionBuilder answer, JsonNode response) {
    for (var header : response.path("headers").properties()) {
      answer.withHeader(header.getKey(), header.getValue().path("example").asString());
    }
    return answer;
  }

  ResponseDefinitionBuilder uncovered(Operation operation, List<String> contracts) {
    return answer(
        problem(
            501,
            "no-contract",
            "No contract",
            "The spec allows this request, but no contract has it. Send what one of these sends: %s; or add a contract for yours as contracts/%s/<your program>/<behaviour>.yml."
                .formatted(String.join(", ", contracts), operation.service().name()),
            "The stub knows no such " + operation.name()));
  }

  ResponseDefinitionBuilder otherMethod(String allowed) {
    return answer(
            problem(
                405,
                "method-not-allowed",
                "Method not allowed",
                "The header Allow lists the methods of this path.",
                "Method not allowed"))
        .withHeader("Allow", allowed);
  }

  ResponseDefinitionBuilder unknownPath() {
    return answer(problem(404, "not-found", "Not found", "This path does not exist.", "Not found"));
  }

  private static ObjectNode problem(
      int status, String type, String title, String detail, String error) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "urn:problem-type:" + type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("error", error);
  }

  private ResponseDefinitionBuilder answer(ObjectNode problem) {
    problem.put("instance", "{{{ request.path }}}");
    return aResponse()
        .withStatus(problem.get("status").asInt())
        .withHeader("Content-Type", PROBLEM)
        .withHeader(SpecGuards.IDENTITY, identity)
        .withBody(JSON.writeValueAsString(problem))
        .withTransformers("response-template");
  }
}
