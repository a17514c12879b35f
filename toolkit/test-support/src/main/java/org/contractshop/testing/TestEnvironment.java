package org.contractshop.testing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The environment variables that an operator would set. A test's own properties take precedence.
 */
final class TestEnvironment implements EnvironmentPostProcessor, Ordered {
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1; // before the service checks them
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "test environment",
                Map.of(
                    "SIGNING_KEYS", TestKeys.folder(),
                    "JWKS_URL", TestKeys.url(),
                    "PORT", "0",
                    "shop.embedded-database", "true",
                    "shop.warm-up", "0s",
                    // Tests deliberately end connections, and ask stubs for what they do not know.
                    "logging.level.com.zaxxer.hikari.pool", "error",
                    "logging.level.WireMock", "off")));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("peer stubs", PeerStubs.settings()));
  }
}
