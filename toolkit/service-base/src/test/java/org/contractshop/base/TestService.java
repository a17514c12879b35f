package org.contractshop.base;

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

  static int port(ConfigurableApplicationContext context) {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }
}
