package org.contractshop.base;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The environment variables that every service reads, as mapped in {@code service-defaults.yaml}.
 * Each message is a sentence for the operator.
 *
 * @param datasourceUrl Spring's own way to name the database
 * @param embeddedDatabase whether tests or a developer's system bring a database
 */
@Validated
@ConfigurationProperties("shop.environment")
record ServiceEnvironment(
    @DefaultValue("") String port,
    @DefaultValue("") String databaseUrl,
    @DefaultValue("") String datasourceUrl,
    @DefaultValue("") String embeddedDatabase) {
  private static final int GREATEST_PORT = 65_535;

  @AssertTrue(message = "PORT must be a number up to " + GREATEST_PORT)
  boolean isPortValid() {
    return port.isBlank() || port.matches("\\d{1,5}") && Integer.parseInt(port) <= GREATEST_PORT;
  }

  @AssertTrue(message = "DATABASE_URL is missing")
  boolean isDatabaseNamed() {
    return !(databaseUrl + datasourceUrl + embeddedDatabase).isBlank();
  }

  @AssertTrue(message = "DATABASE_URL must look like postgres://user:password@host:5432/database")
  boolean isDatabaseUrlReadable() {
    return databaseUrl.isBlank() || DatabaseUrl.isReadable(databaseUrl);
  }

  @Override
  public String toString() {
    return "ServiceEnvironment[port=" + port + "]"; // never a secret
  }
}
