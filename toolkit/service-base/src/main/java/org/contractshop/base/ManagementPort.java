package org.contractshop.base;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where operators read health and metrics unless {@code MANAGEMENT_PORT} says otherwise: 6,000
 * above the port of the service, so that services on one machine do not collide there either.
 */
final class ManagementPort implements EnvironmentPostProcessor {
  private static final int DISTANCE = 6_000;
  private static final int GREATEST_PORT = 65_535;

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "management port",
                Map.of(
                    "shop.management-port", beside(environment.getProperty("server.port", "")))));
  }

  /** Any free port, if the service's port is not a number or is too high. */
  static int beside(String port) {
    int own = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
    return own == 0 || own + DISTANCE > GREATEST_PORT ? 0 : own + DISTANCE;
  }
}
