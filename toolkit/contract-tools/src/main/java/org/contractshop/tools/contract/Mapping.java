package org.contractshop.tools.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.spec.Json;
import tools.jackson.databind.JsonNode;

/**
 * A WireMock mapping generated from a contract, which the consumers' tests use.
 *
 * @param name the name of its contract
 */
record Mapping(String name, JsonNode json) {
  /** Each stub names its spec. */
  private static final String IDENTITY = "Stub-Spec";

  static Mapping read(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    String behaviour = file.getFileName().toString().replaceFirst("\\.json$", "");
    return new Mapping(folder.getFileName() + "/" + behaviour, Json.yaml(file));
  }

  /** How the mapping differs from its contract. */
  List<String> differences(Contract contract) {
    Exchange written = contract.exchange();
    Exchange packed = exchange(contract);
    List<String> differences = new ArrayList<>();
    compare(differences, "the method", written.method(), packed.method());
    compare(differences, "the request", written.target(), packed.target());
    compareBodies(differences, "the request body", written.requestBody(), packed.requestBody());
    compareHeaders(
        differences, "request header", written.requestHeaders(), packed.requestHeaders());
    compare(differences, "the status", written.status(), packed.status());
    compareBodies(differences, "the response body", written.responseBody(), packed.responseBody());
    compareHeaders(
        differences, "response header", written.responseHeaders(), packed.responseHeaders());
    return differences;
  }

  /** With the values of the contract wherever the mapping has a pattern that they match. */
  Exchange exchange(Contract contract) {
    JsonNode request = json.path("request");
    JsonNode response = json.path("response");
    String target = target(request, contract.path());
    Exchange written = contract.exchange();
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> header : Json.members(request.path("headers"))) {
      if (!isAbsent(header.getValue())) {
        String value = written.requestHeader(header.getKey()).orElse("");
        headers.put(header.getKey(), value(header.getValue(), value));
      }
    }
    JsonNode body = request.path("bodyPatterns").path(0).path("equalToJson");
    Map<String, String> answerHeaders = new TreeMap<>();
    for (Map.Entry<String, JsonNode> header : Json.members(response.path("headers"))) {
      answerHeaders.put(header.getKey(), header.getValue().asString());
    }
    return new Exchange(
        request.path("method").asString(""),
        target,
        headers,
        body.isObject() || body.isArray() ? Json.write(body) : body.asString(""),
        response.path("status").asInt(0),
        answerHeaders,
        Template.filled(response.path("body").asString(""), target));
  }

  private static String target(JsonNode request, String path) {
    String url = request.path("url").asString(request.path("urlPath").asString(""));
    if (url.isEmpty()) {
      JsonNode pattern =
          request.has("urlPattern") ? request.get("urlPattern") : request.path("urlPathPattern");
      url = path.matches(pattern.asString("")) ? path : pattern.asString("");
    }
    Map<String, String> query = new TreeMap<>();
    for (Map.Entry<String, JsonNode> pair : Json.members(request.path("queryParameters"))) {
      if (!isAbsent(pair.getValue())) {
        query.put(pair.getKey(), Exchange.encoded(value(pair.getValue(), "")));
      }
    }
    return query.isEmpty()
        ? url
        : url
            + query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&", "?", ""));
  }

  private static boolean isAbsent(JsonNode pattern) {
    return pattern.path("absent").asBoolean(false) || pattern.at("/or/0/absent").asBoolean(false);
  }

  private static String value(JsonNode pattern, String written) {
    if (pattern.has("matches")) {
      return written.matches(pattern.get("matches").asString()) ? written : "";
    }
    return pattern.path("equalTo").asString("");
  }

  private static void compare(List<String> into, String what, Object written, Object packed) {
    if (!written.equals(packed)) {
      into.add("%s is %s in the contract, but %s in the stub".formatted(what, written, packed));
    }
  }

  private static void compareBodies(List<String> into, String what, String written, String packed) {
    boolean equal =
        Json.read(written)
            .flatMap(one -> Json.read(packed).map(other -> Json.equal(one, other)))
            .orElse(written.equals(packed));
    if (!equal) {
      compare(into, what, written, packed);
    }
  }

  private static void compareHeaders(
      List<String> into, String kind, Map<String, String> written, Map<String, String> packed) {
    for (Map.Entry<String, String> header : written.entrySet()) {
      compare(
          into,
          "the " + kind + " " + header.getKey(),
          header.getValue(),
          packed.getOrDefault(header.getKey(), "missing"));
    }
    packed.keySet().stream()
        .filter(name -> !written.containsKey(name) && !name.equals(IDENTITY))
        .forEach(name -> into.add("the contract has no " + kind + " " + name));
  }
}
