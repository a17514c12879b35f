package org.contractshop.tools;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.contractshop.tools.spec.SpecFiles;

/**
 * The specs of a shop, for tests: they belong to the tests, so that no edit of an API breaks one.
 */
public final class Shop {
  private Shop() {}

  public static Path folder() {
    try {
      return Path.of(Shop.class.getResource("shop").toURI());
    } catch (URISyntaxException exception) {
      throw new IllegalStateException(exception);
    }
  }

  /** By file name. */
  public static Map<String, String> texts() {
    return SpecFiles.texts(folder());
  }
}
