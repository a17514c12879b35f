package org.contractshop.user.signing;

import java.nio.file.Path;
import java.time.Clock;
import org.contractshop.base.token.TokenKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Chooses between a shared secret, in which case nothing is published, and key pairs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SigningProperties.class)
class SigningConfiguration {
  @Bean
  SigningKeys signingKeys(SigningProperties properties) {
    return properties.secret().isBlank()
        ? SigningKeys.of(
            Path.of(properties.keys()), properties.activationDelay(), Clock.systemUTC())
        : SigningKeys.none();
  }

  @Bean
  TokenKeys tokenKeys(SigningProperties properties, SigningKeys keys) {
    return properties.secret().isBlank()
        ? TokenKeys.issuing(keys::select, keys::selectActive)
        : TokenKeys.shared(properties.secret());
  }
}
