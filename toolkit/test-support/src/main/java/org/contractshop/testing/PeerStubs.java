package org.contractshop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Runs the stubs on the class path instead of the services that the tested one calls. */
@AutoConfiguration
@ConditionalOnProperty(PeerStubs.RUNNER + ".ids")
@Import(StubRunnerConfiguration.class)
class PeerStubs {
  static final String RUNNER = "spring.cloud.contract.stubrunner";
  private static final String FILES = "classpath*:META-INF/org.contractshop/*/*/stubs.json";

  /** The stubs to run, and where they are: {@code PRODUCT_SERVICE_URL} for product-service. */
  static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (String service : services()) {
      ids.add("org.contractshop:" + service + ":+:stubs");
      settings.put(
          service.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL",
          "http://localhost:${" + RUNNER + ".runningstubs." + service + ".port:1}");
    }
    if (!ids.isEmpty()) {
      settings.put(RUNNER + ".ids", String.join(",", ids));
      settings.put(RUNNER + ".stubs-mode", "CLASSPATH");
    }
    return settings;
  }

  private static List<String> services() {
    try {
      List<String> services = new ArrayList<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        services.add(file.getURL().getPath().replaceFirst(".*/([^/]+)/[^/]+/[^/]+$", "$1"));
      }
      return services;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
