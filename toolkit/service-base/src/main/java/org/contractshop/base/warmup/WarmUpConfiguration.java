package org.contractshop.base.warmup;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.contractshop.base.token.TokenKeys;
import org.contractshop.base.token.TokenSigner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Wires the warm-up. {@code shop.warm-up} is its time; {@code 0s} turns it off. */
@AutoConfiguration
@ConditionalOnWebApplication
class WarmUpConfiguration {
  /** Enough for the paths to get hot, and little compared with the startup time of a service. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Bean
  WarmUpRunner warmUpRunner(List<WarmUp> steps, TokenKeys keys, Environment environment) {
    return new WarmUpRunner(
        steps,
        environment.getProperty("shop.warm-up", Duration.class, LIMIT),
        () -> loopback(keys, environment));
  }

  /** Created late: the port is known once the server has started. */
  private static Loopback loopback(TokenKeys keys, Environment environment) {
    String host = environment.getProperty("server.address", "localhost");
    String port = environment.getRequiredProperty("local.server.port");
    return new Loopback(
        URI.create("http://" + host + ":" + port),
        new OwnTokens(
            environment.getRequiredProperty("spring.application.name"),
            environment.getRequiredProperty("shop.tokens.issuer"),
            new TokenSigner(keys)));
  }
}
