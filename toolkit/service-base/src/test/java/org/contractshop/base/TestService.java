package org.contractshop.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with the name of product-service, without a database. */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
class TestService {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static final String NAME = "product-service";
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  static ConfigurableApplicationContext start(String setting, Class<?>... more) {
    return startWith(List.of("--JWT_SECRET=" + SECRET, setting), more);
  }

  static ConfigurableApplicationContext startWith(List<String> settings, Class<?>... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--spring.config.import=classpath:service-defaults.yaml",
                "--spring.application.name=" + NAME,
                "--management.endpoint.health.validate-group-membership=false",
                "--shop.embedded-database=none",
                "--server.port=0"));
    all.addAll(settings);
    return new SpringApplicationBuilder(TestService.class)
        .sources(more)
        .web(WebApplicationType.SERVLET)
        .run(all.toArray(String[]::new));
  }

  static HttpRequest.Builder request(ConfigurableApplicationContext service, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port(service) + path));
  }

  /** At the port for operators. */
  static HttpRequest.Builder operatorRequest(ConfigurableApplicationContext service, String path) {
    String port = service.getEnvironment().getRequiredProperty("local.management.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }

  /** A header, or an empty text. */
  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static int port(ConfigurableApplicationContext context) {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }
}
