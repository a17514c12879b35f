package org.contractshop.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until it expires. When a quarter of its lifetime is left, one caller renews it; the
 * others keep using the old token, and so does everybody if the login fails. A caller waits for a
 * login only if there is no valid token. While the service has asked to wait ({@code Retry-After}),
 * nobody logs in: callers get the exception of the last login.
 */
public final class CachingTokenSupplier implements TokenSupplier {
  /** The wait between failed renewals. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** The longest wait after a refusal, whatever it asks for. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final Logger log = System.getLogger("org.contractshop.client");

  private final Supplier<String> login;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Held held;
  private volatile Instant nextRenewal = Instant.MIN;
  private @Nullable Refusal refusal;

  /** The service asked not to be called before a time. Guarded by the lock. */
  private record Refusal(ProblemException exception, Instant until) {}

  private record Held(String token, Instant expiry) {}

  CachingTokenSupplier(Supplier<String> login) {
    this(login, Clock.systemUTC());
  }

  CachingTokenSupplier(Supplier<String> login, Clock clock) {
    this.login = login;
    this.clock = clock;
  }

  /**
   * A valid token.
   *
   * @throws ClientException what the login throws, if there is no valid token
   */
  @Override
  public String get() {
    Held now = valid();
    if (now == null) {
      return logIn();
    }
    renewIfDue();
    Held renewed = held;
    return renewed == null ? now.token() : renewed.token();
  }

  /**
   * Renews the token if necessary, or gets the first one. Call it periodically, so that no request
   * waits for a login. Failures are logged.
   */
  public void renewIfDue() {
    if (clock.instant().isBefore(nextRenewal) || !lock.tryLock()) {
      return;
    }
    try {
      if (!clock.instant().isBefore(nextRenewal)) {
        nextRenewal = clock.instant().plus(PAUSE);
        fetch();
      }
    } catch (ClientException exception) {
      log.log(Level.WARNING, "The token was not renewed: {0}", exception.getMessage());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void rejected(String token) {
    Held now = held;
    if (now != null && now.token().equals(token)) {
      held = null;
      nextRenewal = Instant.MIN;
    }
  }

  private @Nullable Held valid() {
    Held now = held;
    return now != null && clock.instant().isBefore(now.expiry()) ? now : null;
  }

  /** One login at a time; callers that waited for it take its token. */
  private String logIn() {
    Duration wait = Deadline.current().map(Deadline::remaining).orElse(LONGEST_WAIT);
    try {
      if (!lock.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ClientException("There is no token: the login takes too long");
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new ClientException("There is no token: interrupted while waiting for the login");
    }
    try {
      Held now = valid();
      return now == null ? fetch() : now.token();
    } finally {
      lock.unlock();
    }
  }

  private String fetch() {
    Refusal last = refusal;
    if (last != null && clock.instant().isBefore(last.until())) {
      throw last.exception();
    }
    String token = logInOnce();
    Instant now = clock.instant();
    Instant expiry = JwtExpiry.of(token, now);
    held = new Held(token, expiry);
    nextRenewal = expiry.minus(Duration.between(now, expiry).dividedBy(4));
    return token;
  }

  private String logInOnce() {
    try {
      refusal = null;
      return login.get();
    } catch (ProblemException exception) {
      exception
          .retryAfter()
          .map(wait -> wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE)
          .ifPresent(wait -> refusal = new Refusal(exception, clock.instant().plus(wait)));
      throw exception;
    }
  }
}
