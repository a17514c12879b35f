package org.contractshop.stubs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * A service whose stub jar is on the class path.
 *
 * @param name such as {@code product-service}
 * @param offset of its port from that of the overview
 */
record StubbedService(String name, int offset) {
  static final List<StubbedService> ALL =
      List.of(
          new StubbedService("user-service", 1),
          new StubbedService("product-service", 2),
          new StubbedService("order-service", 3));

  private static final Properties BUILD = build();

  /** The folder of its stub jar. */
  String folder() {
    return "META-INF/%s/%s/%s".formatted(BUILD.getProperty("group"), name, version());
  }

  /** That of this build, unless a system property names another one on the class path. */
  private String version() {
    return System.getProperty("stubs.version." + name, BUILD.getProperty(name + ".version"));
  }

  /** Whether its build ran the tests that prove its contracts; {@code stubs.json} tells. */
  boolean isProven() {
    String manifest = folder() + "/stubs.json";
    return Resources.exists(manifest) && !Resources.text(manifest).contains("unprovenContracts");
  }

  /**
   * @param file of its stub jar
   */
  String text(String file) {
    return Resources.text(folder() + "/" + file);
  }

  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream in = Resources.open("stub-server.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return properties;
  }
}
