package org.contractshop.order.stock;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import org.contractshop.base.telemetry.Span;
import org.contractshop.base.warmup.WarmUp;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.RetryBudget;
import org.contractshop.client.TokenSupplier;
import org.contractshop.client.transport.ApacheHttpTransport;
import org.contractshop.order.Stock;
import org.contractshop.product.client.ProductClient;
import org.contractshop.user.client.UserClient;
import org.contractshop.user.client.model.LogInRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the clients of user-service and product-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Peers.class)
class PeerConfig {
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);

  /** Connections: as many as the most orders that are placed concurrently. */
  private static final int MOST_ORDERS = 100;

  /** Separate connections, so that the load of orders cannot starve the recovery. */
  private static final int MOST_RELEASES = 8;

  /** For calls that no request waits for, such as renewing the token. A request has a deadline. */
  private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
  private static final int RETRIES = 2;
  private static final int RETRY_PERCENT = 10;
  private static final int MAX_RESPONSE_BYTES = 256 * 1024;

  @Bean
  ServiceToken serviceToken(Peers peers) {
    UserClient users =
        new UserClient(settings("user-service", "logins", peers.userServiceUrl(), 2));
    LogInRequest account = new LogInRequest(peers.accountEmail(), peers.accountPassword());
    return new ServiceToken(
        TokenSupplier.caching(() -> users.authentication().logIn(account).getToken()));
  }

  @Bean
  Circuit productServiceCircuit() {
    return new Circuit("product-service");
  }

  @Bean
  WarmUp peerWarmUp(Peers peers, ServiceToken token) {
    return new PeerWarmUp(
        new ProductClient(
            settings("product-service", "warm-up", peers.productServiceUrl(), 4).retries(0)),
        token);
  }

  @Bean
  Stock stock(Peers peers, ServiceToken token, Circuit circuit) {
    String peer = "product-service";
    String url = peers.productServiceUrl();
    return new ProductServiceStock(
        new ProductClient(settings(peer, "orders", url, MOST_ORDERS).token(token)),
        new ProductClient(settings(peer, "recovery", url, MOST_RELEASES).token(token)),
        token,
        circuit);
  }

  /**
   * @param use the purpose, which names the meters
   */
  private static ClientSettings settings(String peer, String use, String url, int connections) {
    RetryBudget budget = RetryBudget.ofPercent(RETRY_PERCENT);
    FunctionCounter.builder("client.retries", budget, RetryBudget::taken)
        .tag("peer", peer)
        .tag("use", use)
        .register(Metrics.globalRegistry);
    return ClientSettings.of(url)
        .transport(ApacheHttpTransport.create(CONNECT_TIMEOUT, connections))
        .readTimeout(TOTAL_TIMEOUT)
        .totalTimeout(TOTAL_TIMEOUT)
        .maxResponseBytes(MAX_RESPONSE_BYTES)
        .retries(RETRIES)
        .firstBackoff(FIRST_BACKOFF)
        .retryBudget(budget)
        .header(Span.TRACEPARENT, Span::currentTraceparent)
        .header(Span.TRACESTATE, Span::currentTracestate)
        .interceptor(new CallMeter(peer));
  }
}
