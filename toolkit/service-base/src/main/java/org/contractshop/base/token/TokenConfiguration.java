package org.contractshop.base.token;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** How a service verifies tokens. */
@AutoConfiguration
@ConditionalOnWebApplication
class TokenConfiguration {
  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(
      TokenKeys keys,
      @Value("${shop.tokens.issuer}") String issuer,
      @Value("${spring.application.name}") String service) {
    return AccessTokens.decoder(keys, issuer, service);
  }

  /** The keys of a service that issues no tokens; one that issues them provides its own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(TokenKeys.class)
  @EnableConfigurationProperties(TokenProperties.class)
  static class Verifying {
    @Bean
    TokenKeys tokenKeys(TokenProperties properties, ObjectProvider<PublishedKeys> published) {
      return properties.secret().isBlank()
          ? TokenKeys.verifying(published.getObject())
          : TokenKeys.shared(properties.secret());
    }

    @Bean
    @Lazy
    PublishedKeys publishedKeys(TokenProperties properties) {
      String copy = properties.jwksCopy();
      return new PublishedKeys(
          properties.url(),
          copy.isBlank() ? null : new KeyCopy(Path.of(copy)),
          properties.jwksRefresh());
    }
  }
}
