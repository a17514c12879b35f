package org.contractshop.tools.stub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Restricts the WireMock mappings that Spring Cloud Contract generates from the contracts to
 * exactly what the contracts say. Unrestricted, a stub would match any body that contains the
 * contract's values, so an order with two lines would get the response to an order with one, and
 * any query that contains the contract's parameters, so the second page would be the first one
 * again.
 */
final class ExactStubs {
  /** Before {@link SpecGuards}: a contract for a refusal takes precedence. */
  private static final int USUAL_PRIORITY = 5;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Service spec;
  private final List<Contract> contracts;
  private final String identity;

  /**
   * @param identity the value of the header {@link SpecGuards#IDENTITY}
   */
  ExactStubs(Service spec, List<Contract> contracts, String identity) {
    this.spec = spec;
    this.contracts = contracts;
    this.identity = identity;
  }

  /** Rewrites the mapping that was generated from the contract. */
  void sharpen(Path mapping, Contract contract) throws IOException {
    ObjectNode stub = (ObjectNode) JSON.readTree(mapping);
    ObjectNode request = (ObjectNode) stub.get("request");
    if (contract.request().has("body")) {
      JsonNode body = contract.request().get("body");
      ArrayNode patterns = request.putArray("bodyPatterns");
      patterns
          .addObject()
          .put("equalToJson", JSON.writeValueAsString(body))
          .put("ignoreArrayOrder", false)
          .put("ignoreExtraElements", false);
      // For a repeated field, WireMock takes the last value; a service refuses it.
      body.propertyNames()
          .forEach(name -> patterns.addObject().put("matches", onceAsOften(name, body)));
      request
          .withObject("/headers")
          .putObject("Content-Type")
          .put("matches", SpecGuards.JSON_MEDIA_TYPE);
    }
    requireAbsence(request, contract);
    ObjectNode response = (ObjectNode) stub.get("response");
    if (contract.response().has("body")) {
      // As the service writes it: 59.00, which the conversion turns into 59.0.
      response.put("body", Json.write(contract.response().get("body")));
    }
    response.withObject("/headers").put(SpecGuards.IDENTITY, identity);
    JsonNode fault = contract.yaml().path("metadata").path("fault");
    if (fault.isString()) {
      response.set("fault", fault);
    }
    stub.put("priority", priority(stub, response.path("status").asInt()));
    // The conversion generates random ids; the same contracts must always give the same stubs.
    String id = UUID.nameUUIDFromBytes(contract.name().getBytes(StandardCharsets.UTF_8)).toString();
    stub.put("id", id);
    stub.put("uuid", id);
    stub.put("name", contract.name());
    Files.writeString(mapping, JSON.writeValueAsString(stub) + "\n");
  }

  /** What the contract does not send, and would make it a different request, must be absent. */
  private void requireAbsence(ObjectNode request, Contract contract) {
    Optional<Operation> found = contract.operation(spec);
    if (found.isEmpty()) {
      return; // the tests tell so
    }
    Operation operation = found.get();
    if (operation.isSecured()) {
      absentUnlessNamed(request.withObject("/headers"), "Authorization");
    }
    for (Parameter parameter : operation.parameters("header")) {
      ObjectNode patterns = request.withObject("/headers");
      String known = namedElsewhere(parameter.name());
      if (!patterns.has(parameter.name()) && !known.isEmpty()) {
        ArrayNode either = patterns.putObject(parameter.name()).putArray("or");
        either.addObject().put("absent", true);
        either.addObject().put("doesNotMatch", known);
      }
    }
    // Query parameters are compared one by one, because each may be absent or have its default.
    if (request.path("url").isString() && !request.get("url").asString().contains("?")) {
      request.set("urlPath", request.remove("url"));
    }
    if (request.has("urlPath") || request.has("urlPathPattern")) {
      for (Parameter parameter : operation.parameters("query")) {
        JsonNode otherwise = parameter.schema().path("default");
        ObjectNode patterns = request.withObject("/queryParameters");
        if (otherwise.isMissingNode()) {
          absentUnlessNamed(patterns, parameter.name());
        } else if (!patterns.has(parameter.name())) {
          ArrayNode either = patterns.putObject(parameter.name()).putArray("or");
          either.addObject().put("absent", true);
          either.addObject().put("equalTo", otherwise.asString());
        }
      }
    }
  }

  /** Matches texts that contain the name of a field as often as this body. */
  private static String onceAsOften(String name, JsonNode body) {
    String quoted = "\"" + name + "\"";
    int often = body.toString().split(Pattern.quote(quoted), -1).length - 1;
    String other = "(?:(?!" + Pattern.quote(quoted) + ")[\\s\\S])*+";
    return "(?:" + other + Pattern.quote(quoted) + "){" + often + "}" + other;
  }

  /** The values of a header that other contracts use, as a regular expression. */
  private String namedElsewhere(String header) {
    return contracts.stream()
        .map(contract -> contract.request().path("headers").path(header))
        .filter(JsonNode::isString)
        .map(value -> Pattern.quote(value.asString()))
        .distinct()
        .collect(Collectors.joining("|"));
  }

  private static void absentUnlessNamed(ObjectNode patterns, String name) {
    if (!patterns.has(name)) {
      patterns.putObject(name).put("absent", true);
    }
  }

  /** Refusals come before the guards, and anything that looks like a success comes after them. */
  private static int priority(ObjectNode stub, int status) {
    int written = stub.path("priority").asInt(USUAL_PRIORITY);
    if (written > USUAL_PRIORITY) {
      throw new IllegalStateException("The priority of a contract is from 1 to " + USUAL_PRIORITY);
    }
    return status >= 400 && status < 500 ? written : written + SpecGuards.LAST_GUARD;
  }
}
