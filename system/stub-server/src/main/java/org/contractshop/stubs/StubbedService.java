package org.contractshop.stubs;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service whose stub jar is on the class path.
 *
 * @param name such as {@code product-service}
 * @param offset of its port from that of the overview, which equals that of the service from 3000
 */
record StubbedService(String name, int offset) {
  private static final int SERVICES_START = 3000;
  private static final Pattern PORT =
      Pattern.compile("^  - url: http://localhost:(\\d+)$", Pattern.MULTILINE);
  private static final String GROUP = "META-INF/org.contractshop";

  /** In the order of their ports. */
  static final List<StubbedService> ALL = all();

  /** The folder of its stub jar; if there are stubs of two versions, the property decides. */
  String folder() {
    String folder = GROUP + "/" + name;
    return folder
        + "/"
        + System.getProperty("stubs.version." + name, Resources.children(folder).first());
  }

  /** Whether its build ran the tests that prove its contracts, according to {@code stubs.json}. */
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

  private static List<StubbedService> all() {
    return Resources.children(GROUP).stream()
        .map(name -> new StubbedService(name, offset(name)))
        .sorted(Comparator.comparing(StubbedService::offset))
        .toList();
  }

  /** The spec has the port of the service. */
  private static int offset(String name) {
    Matcher port = PORT.matcher(Resources.text("openapi/" + name + ".yaml"));
    if (!port.find()) {
      throw new IllegalStateException("The spec of " + name + " has no server on localhost");
    }
    return Integer.parseInt(port.group(1)) - SERVICES_START;
  }
}
