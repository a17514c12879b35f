package org.contractshop.order.stock;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.contractshop.user.client.AuthenticationApi;
import org.contractshop.user.client.model.LogInRequest;
import org.contractshop.user.client.model.TokenResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.client.RestClientException;

/**
 * order-service's own token, kept and renewed well before it expires, so that requests do not wait
 * for a login and user-service may be down for a while.
 */
final class ServiceToken {
  private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(15);
  private static final Logger log = LoggerFactory.getLogger(ServiceToken.class);

  private final AuthenticationApi userService;
  private final String email;
  private final String password;
  private final Lock login = new ReentrantLock();
  private volatile @Nullable Held held;

  private record Held(String token, Instant expiry) {}

  ServiceToken(AuthenticationApi userService, String email, String password) {
    this.userService = userService;
    this.email = email;
    this.password = password;
  }

  /**
   * @throws StockUnavailableException if there is no token and user-service gives none
   */
  String get() {
    Held now = held;
    return now != null && Instant.now().isBefore(now.expiry()) ? now.token() : logIn().token();
  }

  /** product-service does not accept the token, although it has not expired. */
  void reject() {
    held = null;
  }

  @Scheduled(fixedDelay = 5_000)
  void renew() {
    Held now = held;
    if (now == null || Instant.now().isAfter(now.expiry().minus(RENEW_BEFORE_EXPIRY))) {
      try {
        logIn();
      } catch (StockUnavailableException exception) {
        log.warn("{}", exception.getMessage());
      }
    }
  }

  /** One login at a time; who waited for it takes its token. */
  private Held logIn() {
    Held before = held;
    try {
      if (!login.tryLock(ResilientCalls.ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StockUnavailableException("No login at user-service: it takes too long");
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new StockUnavailableException("Interrupted", false, exception);
    }
    try {
      Held now = held;
      return now != null && now != before ? now : fetch();
    } finally {
      login.unlock();
    }
  }

  private Held fetch() {
    try {
      TokenResponse response = userService.logIn(new LogInRequest(email, password));
      Date expiry = JWTParser.parse(response.getToken()).getJWTClaimsSet().getExpirationTime();
      Held fresh = new Held(response.getToken(), expiry.toInstant());
      held = fresh;
      return fresh;
    } catch (RestClientException exception) {
      throw new StockUnavailableException(
          "No login at user-service: " + exception.getMessage(), false, exception);
    } catch (ParseException | NullPointerException exception) {
      throw new StockUnavailableException(
          "user-service answered something else than a token", false, exception);
    }
  }
}
