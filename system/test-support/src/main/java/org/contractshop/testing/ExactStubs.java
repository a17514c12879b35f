package org.contractshop.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the WireMock mappings that Spring Cloud Contract derives from the contracts say what the
 * contracts say. By itself it lets a stub match any body that has the contract's values somewhere,
 * so that an order of two lines would get the answer of an order of one. The build runs it between
 * the conversion and the packing of the stubs.
 */
public final class ExactStubs {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ExactStubs() {}

  /**
   * @param arguments the folder of a producer's contracts, and the folder of its stubs
   */
  public static void main(String[] arguments) throws IOException {
    Path contracts = Path.of(arguments[0]);
    int count = 0;
    try (Stream<Path> files = Files.walk(Path.of(arguments[1]))) {
      for (Path mapping : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        // …/mappings/<consumer>/<behaviour>.json comes from <consumer>/<behaviour>.yml
        Path behaviour =
            Path.of(
                mapping.getParent().getFileName().toString(),
                mapping.getFileName().toString().replace(".json", ".yml"));
        sharpen(contracts.resolve(behaviour), mapping, behaviour.toString());
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalStateException("There are no stubs in " + arguments[1]);
    }
  }

  private static void sharpen(Path contract, Path mapping, String name) throws IOException {
    Map<?, ?> contractText = new Yaml().load(Files.readString(contract));
    Map<?, ?> request = (Map<?, ?>) contractText.get("request");
    ObjectNode stub = (ObjectNode) JSON.readTree(mapping);
    if (request.containsKey("body")) {
      ObjectNode stubRequest = (ObjectNode) stub.get("request");
      stubRequest
          .putArray("bodyPatterns")
          .addObject()
          .put("equalToJson", JSON.writeValueAsString(request.get("body")))
          .put("ignoreArrayOrder", false)
          .put("ignoreExtraElements", false);
    }
    // The conversion makes random ids; the same contracts must always give the same stubs.
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    stub.put("id", id);
    stub.put("uuid", id);
    stub.put("name", name.replace(".yml", ""));
    Files.writeString(mapping, JSON.writeValueAsString(stub) + "\n");
  }
}
