package org.contractshop.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The rows of a table of the tests, which are YAML because the edits in them are. */
public final class Table {
  private Table() {}

  public static List<Map<String, Object>> rows(Class<?> test, String name) {
    try (InputStream table = test.getResourceAsStream(name)) {
      return new Yaml().load(table);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
