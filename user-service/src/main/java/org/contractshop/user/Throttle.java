package org.contractshop.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Slows down callers who guess passwords or register users in bulk. The attempts of one address at
 * one account are limited first: an attacker at one address is stopped there, and the owner at
 * another address notices nothing. Nobody is locked out permanently, since every limit refills.
 */
@Component
@EnableConfigurationProperties(ThrottlingProperties.class)
class Throttle {
  private static final Logger log = LoggerFactory.getLogger(Throttle.class);

  private final ThrottleBuckets buckets;
  private final ThrottlingProperties limits;

  Throttle(ThrottleBuckets buckets, ThrottlingProperties limits) {
    this.buckets = buckets;
    this.limits = limits;
  }

  private record Bucket(String id, int capacity) {
    static Bucket of(int capacity, String... name) {
      return new Bucket(hash(String.join("\n", name)), capacity);
    }

    /** All of the same length, and they reveal no addresses to readers of the table. */
    private static String hash(String name) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException exception) {
        throw new IllegalStateException(exception); // every JVM has it
      }
    }
  }

  /**
   * Logs in, unless too many logins failed lately. Each login takes a token before the password is
   * checked, so that many at once do not slip through; those that do not fail give it back.
   *
   * @throws TooManyRequestsException before the password is checked
   */
  <T> T logIn(String address, String email, Supplier<T> login) {
    String account = EmailAddresses.key(email);
    String network = CallerNetwork.of(address);
    List<Bucket> taken = new ArrayList<>();
    try {
      if (limits.enabled()) {
        take(Bucket.of(limits.loginsPerAccountAndAddress(), "both", network, account), taken);
        take(Bucket.of(limits.loginsPerAddress(), "login address", network), taken);
        take(Bucket.of(limits.loginsPerAccount(), "account", account), taken);
      }
      return login.get();
    } catch (InvalidCredentialsException exception) {
      taken.clear();
      throw exception;
    } finally {
      taken.forEach(this::giveBack);
    }
  }

  /**
   * @throws TooManyRequestsException if too many users were registered from the address lately
   */
  void register(String address) {
    if (limits.enabled()) {
      take(
          Bucket.of(
              limits.registrationsPerAddress(), "registration address", CallerNetwork.of(address)),
          new ArrayList<>());
    }
  }

  private void take(Bucket bucket, List<Bucket> taken) {
    Duration wait = buckets.take(bucket.id(), bucket.capacity(), limits.period());
    if (!wait.isZero()) {
      throw new TooManyRequestsException(wait);
    }
    taken.add(bucket);
  }

  private void giveBack(Bucket bucket) {
    try {
      buckets.giveBack(bucket.id(), bucket.capacity(), limits.period());
    } catch (RuntimeException exception) {
      log.debug("A login counts as failed until its bucket is full again", exception);
    }
  }
}
