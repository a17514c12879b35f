package org.contractshop.tools.contract;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A small service with contracts, and tables of what can be wrong with them. */
final class Toys {
  private Toys() {}

  /** That of the spec. */
  static Path folder() {
    return resource("toys");
  }

  static Service spec() {
    return SpecFiles.read(resource("toys")).service("toy-service");
  }

  static Stream<JsonNode> rows(String table) {
    return StreamSupport.stream(Json.yaml(resource(table)).spliterator(), false);
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** That of a row; what the row does not name is right. */
  static Exchange exchange(JsonNode row) {
    return new Exchange(
        row.path("method").asString("GET"),
        row.path("target").asString("/toys/4"),
        headers(row.path("requestHeaders")),
        "",
        row.path("status").asInt(200),
        row.has("responseHeaders")
            ? headers(row.get("responseHeaders"))
            : Map.of("Content-Type", "application/json"),
        row.path("responseBody").asString("{\"id\":4,\"name\":\"Kite\",\"price\":19.99}"));
  }

  static void copyContracts(Path to) throws IOException {
    copy(resource("toys/contracts"), to);
  }

  static void copySpec(Path to) throws IOException {
    copy(resource("toys"), to);
  }

  private static void copy(Path folder, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** As the build makes them, in the parts that matter. */
  static void makeStubs(Path contracts, Path stubs) throws IOException {
    try (Stream<Path> files = Files.walk(contracts)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Contract contract = Contract.read(file);
        Path stub = stubs.resolve(contract.name() + ".json");
        Files.createDirectories(stub.getParent());
        Files.writeString(stub, Json.write(stub(contract)));
      }
    }
  }

  private static ObjectNode stub(Contract contract) {
    ObjectNode stub = JsonNodeFactory.instance.objectNode();
    ObjectNode request = stub.putObject("request");
    request.put("method", contract.exchange().method()).put("urlPath", contract.path());
    ObjectNode query = request.putObject("queryParameters");
    for (Exchange.Query pair : contract.exchange().query()) {
      query.putObject(pair.name()).put("equalTo", pair.value());
    }
    ObjectNode headers = request.putObject("headers");
    contract
        .exchange()
        .requestHeaders()
        .forEach((name, value) -> headers.putObject(name).put("equalTo", value));
    if (contract.request().has("body")) {
      request
          .putArray("bodyPatterns")
          .addObject()
          .put("equalToJson", Json.write(contract.request().get("body")));
    }
    ObjectNode response = stub.putObject("response");
    response.put("status", contract.exchange().status());
    if (contract.response().has("body")) {
      response.put("body", Json.write(contract.response().get("body")));
    }
    ObjectNode answerHeaders = response.putObject("headers");
    contract.exchange().responseHeaders().forEach(answerHeaders::put);
    return stub;
  }

  private static Map<String, String> headers(JsonNode object) {
    Map<String, String> headers = new TreeMap<>();
    Json.members(object)
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    return headers;
  }

  private static Path resource(String name) {
    try {
      return Path.of(Toys.class.getResource(name).toURI());
    } catch (URISyntaxException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
