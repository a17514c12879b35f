package org.contractshop.base;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Checks the operator's settings before a service starts. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(ServiceEnvironment.class)
class EnvironmentConfiguration {
  @Bean
  static ConfigurationCheck configurationCheck() {
    return new ConfigurationCheck();
  }
}
