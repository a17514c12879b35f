package org.contractshop.base;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Understands {@code DATABASE_URL} in the {@code postgres://user:password@host:port/database} form
 * of hosting platforms, and as a JDBC URL.
 */
final class DatabaseUrl implements EnvironmentPostProcessor {
  static final String NAME = "DATABASE_URL";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url = environment.getProperty(NAME, "");
    if (!url.isBlank() && isReadable(url)) {
      environment.getPropertySources().addFirst(new MapPropertySource(NAME, datasource(url)));
    }
  }

  static boolean isReadable(String url) {
    try {
      datasource(url);
      return true;
    } catch (IllegalArgumentException exception) {
      return false;
    }
  }

  private static Map<String, Object> datasource(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return Map.of("spring.datasource.url", url);
    }
    URI uri = URI.create(url);
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
}
