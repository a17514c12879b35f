package org.contractshop.base;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Checks a service's environment variables before anything starts, and says everything that is
 * wrong in one line. Also understands {@code DATABASE_URL} in the {@code
 * postgres://user:password@host:port/database} form of hosting platforms.
 *
 * <p>A service lists the variables that it cannot do without in {@code shop.required}, and pairs
 * that only make sense together in {@code shop.pairs}.
 */
final class Configuration implements EnvironmentPostProcessor, Ordered {
  private static final int LEAST_SECRET_BYTES = 32;

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.containsProperty("shop.required")) {
      return; // not one of our services
    }
    List<String> complaints = new ArrayList<>();
    for (String name : list(environment, "shop.required")) {
      String value = value(environment, name);
      if (value.isBlank()) {
        complaints.add(name + " is missing");
      } else if (name.endsWith("_URL") && !isHttp(value)) {
        complaints.add(name + " must be an http(s) URL");
      }
    }
    for (String pair : list(environment, "shop.pairs")) {
      String[] names = pair.split("\\+");
      if (value(environment, names[0]).isBlank() != value(environment, names[1]).isBlank()) {
        complaints.add(names[0] + " and " + names[1] + " must be set together");
      }
    }
    String secret = value(environment, "JWT_SECRET");
    if (secret.isBlank()) {
      complaints.add("JWT_SECRET is missing");
    } else if (secret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES) {
      complaints.add("JWT_SECRET must have at least " + LEAST_SECRET_BYTES + " bytes");
    }
    String port = value(environment, "PORT");
    if (!port.isBlank() && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535)) {
      complaints.add("PORT must be a number up to 65535");
    }
    database(environment, complaints);
    if (!complaints.isEmpty()) {
      throw new ConfigurationException(String.join("; ", complaints));
    }
  }

  private static void database(ConfigurableEnvironment environment, List<String> complaints) {
    String url = value(environment, "DATABASE_URL");
    if (url.isBlank()) {
      boolean otherwise =
          environment.containsProperty("spring.datasource.url")
              || environment.containsProperty("shop.embedded-database");
      if (!otherwise) {
        complaints.add("DATABASE_URL is missing");
      }
      return;
    }
    try {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("DATABASE_URL", datasource(url)));
    } catch (URISyntaxException | IllegalArgumentException exception) {
      complaints.add("DATABASE_URL must look like postgres://user:password@host:5432/database");
    }
  }

  /** The URL is never repeated in a message: it holds a password. */
  static Map<String, Object> datasource(String url) throws URISyntaxException {
    if (url.startsWith("jdbc:postgresql:")) {
      return Map.of("spring.datasource.url", url);
    }
    URI uri = new URI(url);
    String user = uri.getRawUserInfo();
    boolean valid =
        List.of("postgres", "postgresql").contains(String.valueOf(uri.getScheme()))
            && uri.getHost() != null
            && user != null
            && user.contains(":")
            && uri.getPath().length() > 1;
    if (!valid) {
      throw new IllegalArgumentException("not a PostgreSQL URL");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return Map.of(
        "spring.datasource.url",
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
        "spring.datasource.username",
        decoded(user.substring(0, user.indexOf(':'))),
        "spring.datasource.password",
        decoded(user.substring(user.indexOf(':') + 1)));
  }

  private static String decoded(String part) {
    return StringUtils.uriDecode(part, StandardCharsets.UTF_8);
  }

  private static boolean isHttp(String value) {
    return value.matches("https?://[^\\s/]+(/\\S*)?");
  }

  private static List<String> list(ConfigurableEnvironment environment, String name) {
    return List.of(environment.getProperty(name, String[].class, new String[0]));
  }

  private static String value(ConfigurableEnvironment environment, String name) {
    return environment.getProperty(name, "");
  }
}
