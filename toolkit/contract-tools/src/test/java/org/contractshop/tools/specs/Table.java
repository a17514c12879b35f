package org.contractshop.tools.specs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The rows of a table of the tests, which are YAML because the edits in them are. */
final class Table {
  private Table() {}

  static List<Map<String, Object>> rows(String name) {
    try (InputStream table = Table.class.getResourceAsStream(name)) {
      return new Yaml().load(table);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
