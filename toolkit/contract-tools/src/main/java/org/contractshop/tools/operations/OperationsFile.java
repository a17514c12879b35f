package org.contractshop.tools.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the operations of a service as a JSON resource, so that the running service need not read
 * its spec: who may call each of them, and whether it is deprecated. The most specific path comes
 * first.
 */
public final class OperationsFile {
  /** Where a service finds it on its class path. */
  public static final String NAME = "META-INF/operations.json";

  private OperationsFile() {}

  public static void write(Service service, Path classes) throws IOException {
    Path file = classes.resolve(NAME);
    String text = text(service);
    // An unchanged file keeps its timestamp, so that a second build packages nothing.
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  static String text(Service service) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    service.operationsBySpecificity().forEach(operation -> operations.add(json(operation)));
    return Json.writePretty(operations);
  }

  private static ObjectNode json(Operation operation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("method", operation.method());
    json.put("path", operation.path());
    json.put("operationId", operation.id());
    ArrayNode roles = json.putArray("roles");
    operation.roles().forEach(roles::add);
    json.put("deprecation", text(operation.deprecation()));
    json.put("sunset", text(operation.sunset()));
    return json;
  }

  private static @Nullable String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse(null);
  }
}
