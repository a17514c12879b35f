package org.contractshop.stubs.fields;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds the invalid fields to a 400 of the spec. */
public final class FieldsTransformer implements ResponseTransformerV2 {
  private final Service service;
  private final Map<String, String> sentences = new HashMap<>();

  public FieldsTransformer(Service service) {
    this.service = service;
  }

  /**
   * Learns the sentences that a service uses instead of the usual ones.
   *
   * @param mappings of the contracts
   */
  public void learn(List<JsonNode> mappings) {
    for (JsonNode mapping : mappings) {
      JsonNode body = Json.read(mapping.at("/response/body").asString("")).orElse(mapping);
      JsonNode first = body.path("fields").path(0);
      String field = first.path("field").asString("");
      String error = body.path("error").asString("");
      if (!error.equals(field + " " + first.path("message").asString(""))) {
        sentences.put(field, error);
      }
    }
  }

  @Override
  public String getName() {
    return "fields";
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    String stub = event.getStubMapping() == null ? "" : event.getStubMapping().getName();
    if (response.getStatus() != 400 || stub == null || !stub.startsWith("spec/")) {
      return response;
    }
    LoggedRequest request = event.getRequest();
    return service
        .operation(request.getMethod().getName(), request.getUrl().split("\\?", 2)[0])
        .map(operation -> RequestFields.of(request, operation))
        .map(
            fields ->
                fields.isEmpty()
                    ? withoutFields(response, request.getBodyAsString())
                    : response(response, fields))
        .orElse(response);
  }

  /** The sentence of the services for a problem with the body as a whole. */
  private static Response withoutFields(Response response, String body) {
    Optional<JsonNode> json = Json.read(body);
    if (json.filter(JsonNode::isObject).isPresent()) {
      return response;
    }
    String words =
        body.isBlank()
            ? "A JSON body is required"
            : json.isEmpty() ? "The body is not valid JSON" : "The body must be a JSON object";
    ObjectNode problem = (ObjectNode) Json.read(response.getBodyAsString()).orElseThrow();
    problem.put("detail", words + ".").put("error", words);
    return Response.Builder.like(response).but().body(Json.write(problem)).build();
  }

  private Response response(Response response, List<InvalidField> fields) {
    InvalidField first = fields.get(0);
    String words = first.field() + " " + first.message();
    ObjectNode problem = (ObjectNode) Json.read(response.getBodyAsString()).orElseThrow();
    problem.put("detail", words + ".");
    problem.put("error", sentences.getOrDefault(first.field(), words));
    ArrayNode list = problem.putArray("fields");
    fields.forEach(
        field -> list.addObject().put("field", field.field()).put("message", field.message()));
    return Response.Builder.like(response).but().body(Json.write(problem)).build();
  }
}
