package org.contractshop.tools.stub;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The mappings that a stub has in addition to those of its contracts. */
final class GuardFiles {
  private final Map<String, String> files = new TreeMap<>();

  /**
   * @param name for people who want to see what matched
   * @param order the matching mapping with the lowest order responds
   */
  void add(String name, int order, MappingBuilder on, ResponseDefinitionBuilder answer) {
    UUID id = UUID.nameUUIDFromBytes(("spec/" + name).getBytes(StandardCharsets.UTF_8));
    String json =
        Json.write(
            on.atPriority(order).withId(id).withName("spec/" + name).willReturn(answer).build());
    if (files.put(name.replaceAll("[^A-Za-z0-9-]+", "_") + ".json", json + "\n") != null) {
      throw new IllegalStateException("There are two guards called " + name);
    }
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
