package org.contractshop.base.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens by their whole text, so that a caller's next request costs no
 * cryptography. Expiry is checked every time, and whether the key is still trusted, every minute.
 */
final class CachingJwtDecoder implements JwtDecoder {
  /** About 15 MB. */
  private static final int MOST_TOKENS = 5_000;

  static final Duration TRUST = Duration.ofMinutes(1);

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> timestamps;
  private final Cache<String, Jwt> verified;

  /**
   * @param decoder verifies tokens that are not remembered, and refuses invalid ones
   * @param timestamps the part of the validation whose result changes with time
   */
  CachingJwtDecoder(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps) {
    this(decoder, timestamps, Ticker.systemTicker());
  }

  CachingJwtDecoder(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps, Ticker ticker) {
    this.decoder = decoder;
    this.timestamps = timestamps;
    verified =
        Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(TRUST)
            .ticker(ticker)
            .build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null) {
      if (!timestamps.validate(known).hasErrors()) {
        return known;
      }
      verified.invalidate(token);
    }
    Jwt jwt = decoder.decode(token);
    verified.put(token, jwt);
    return jwt;
  }
}
