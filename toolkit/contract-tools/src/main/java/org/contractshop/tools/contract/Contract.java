package org.contractshop.tools.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.Mismatch;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import tools.jackson.databind.JsonNode;

/**
 * A contract file.
 *
 * @param name the consumer's folder and the behaviour, such as {@code storefront/logs_in}
 */
public record Contract(String name, JsonNode yaml) {
  /** The supported keys. Others of Spring Cloud Contract would have to be implemented first. */
  private static final List<String> REQUEST =
      List.of("method", "url", "urlPath", "queryParameters", "headers", "body", "matchers");

  private static final List<String> RESPONSE =
      List.of("status", "headers", "body", "matchers", "fixedDelayMilliseconds");

  static Contract read(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    String behaviour = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return new Contract(folder.getFileName() + "/" + behaviour, Json.yaml(file));
  }

  /** All contracts in a folder, in the order of their names. */
  public static List<Contract> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .map(Contract::read)
          .sorted(Comparator.comparing(Contract::name))
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The state of the producer in which it holds; empty if it always holds. */
  public String state() {
    return yaml.path("metadata").path("state").asString("");
  }

  /**
   * The contracts whose requests are sent before it, such as {@code back_office/adds_a_product}.
   */
  public List<String> after() {
    return yaml.path("metadata").path("after").valueStream().map(JsonNode::asString).toList();
  }

  public JsonNode request() {
    return yaml.path("request");
  }

  public JsonNode response() {
    return yaml.path("response");
  }

  /** None if it is about nothing that the spec has. */
  public Optional<Operation> operation(Service spec) {
    return spec.operation(request().path("method").asString(""), path());
  }

  public boolean isOf(Operation operation, Service spec) {
    return operation(spec).filter(operation::equals).isPresent();
  }

  boolean refuses(int status, String problemType) {
    return response().path("status").asInt(0) == status
        && response()
            .path("body")
            .path("type")
            .asString("")
            .replaceFirst("^" + Extensions.PROBLEM_TYPE_PREFIX, "")
            .equals(problemType);
  }

  List<Mismatch> notUnderstood() {
    return Stream.concat(
            notUnderstood("request", request(), REQUEST),
            notUnderstood("response", response(), RESPONSE))
        .toList();
  }

  private static Stream<Mismatch> notUnderstood(String side, JsonNode json, List<String> known) {
    return json.propertyNames().stream()
        .filter(key -> !known.contains(key))
        .map(
            key ->
                new Mismatch(
                    List.of(side, key),
                    "%s.%s is nothing that the check against the spec understands: teach it"
                        .formatted(side, key)));
  }

  public String path() {
    JsonNode url = request().has("url") ? request().get("url") : request().path("urlPath");
    return url.asString("").split("\\?", 2)[0];
  }

  public Exchange exchange() {
    String target = target();
    return new Exchange(
        request().path("method").asString(""),
        target,
        texts(request().path("headers")),
        body(request()),
        response().path("status").asInt(0),
        texts(response().path("headers")),
        Template.filled(body(response()), target));
  }

  private String target() {
    JsonNode url = request().has("url") ? request().get("url") : request().path("urlPath");
    String query =
        texts(request().path("queryParameters")).entrySet().stream()
            .map(pair -> pair.getKey() + "=" + Exchange.encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    return url.asString("") + (query.isEmpty() ? "" : "?" + query);
  }

  private static String body(JsonNode side) {
    return side.has("body") ? Json.write(side.get("body")) : "";
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : Json.members(object)) {
      JsonNode value = member.getValue();
      texts.put(member.getKey(), value.isValueNode() ? value.asString() : Json.write(value));
    }
    return texts;
  }
}
