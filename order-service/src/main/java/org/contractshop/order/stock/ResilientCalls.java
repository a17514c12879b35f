package org.contractshop.order.stock;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * How product-service is called, so that its trouble stays its own: each attempt has a deadline,
 * there are at most two retries with full jitter within a budget, a circuit breaker stops calls
 * that are bound to fail, and a bulkhead keeps most of the server's threads free for other
 * requests. This is the only layer that retries.
 */
@Component
class ResilientCalls {
  /** The deadline of an attempt, body included. */
  static final Duration ATTEMPT = Duration.ofMillis(700);

  /** No attempt begins later than this; so a call ends within this and {@link #ATTEMPT}. */
  private static final Duration LAST_START = Duration.ofMillis(800);

  private static final int MOST_RETRIES = 2;
  private static final int FIRST_BACKOFF_MILLIS = 50;
  private static final int MOST_CONCURRENT = 100;

  private static final Logger log = LoggerFactory.getLogger(ResilientCalls.class);

  private final RetryBudget budget = new RetryBudget();
  private final Bulkhead bulkhead =
      Bulkhead.of(
          "product-service",
          BulkheadConfig.custom()
              .maxConcurrentCalls(MOST_CONCURRENT)
              .maxWaitDuration(Duration.ZERO)
              .build());
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "product-service",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(10)
              .failureRateThreshold(50)
              .waitDurationInOpenState(Duration.ofSeconds(2))
              .permittedNumberOfCallsInHalfOpenState(3)
              .maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
              .recordException(ResilientCalls::isOutage)
              .build());
  private final RetryTemplate retries =
      new RetryTemplate(
          RetryPolicy.builder()
              .backOff(fullJitter())
              .timeout(LAST_START)
              .predicate(failure -> isTransient(failure) && budget.tryRetry())
              .build());

  ResilientCalls() {
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> log.warn("Calls to product-service: {}", event.getStateTransition()));
  }

  /**
   * @param call an idempotent call
   * @throws StockUnavailableException if no attempt got an answer that can be believed
   */
  <T> T run(Supplier<T> call) {
    budget.called();
    try {
      return bulkhead.executeSupplier(() -> retries.invoke(() -> breaker.executeSupplier(call)));
    } catch (CallNotPermittedException | BulkheadFullException refused) {
      throw new StockUnavailableException("product-service is not called now", false, refused);
    } catch (RestClientException failure) {
      throw new StockUnavailableException(
          "product-service does not answer: " + failure.getMessage(), isTimeout(failure), failure);
    }
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof RestClientException || failure instanceof StockUnavailableException;
  }

  private static boolean isTransient(Throwable failure) {
    return failure instanceof ResourceAccessException
        || failure instanceof HttpServerErrorException;
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static BackOff fullJitter() {
    return () ->
        new BackOffExecution() {
          private int retries;

          @Override
          public long nextBackOff() {
            if (retries == MOST_RETRIES) {
              return STOP;
            }
            return ThreadLocalRandom.current().nextLong((long) FIRST_BACKOFF_MILLIS << retries++);
          }
        };
  }
}
