package org.contractshop.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens by their whole text, so that a caller's next request costs no
 * cryptography. Whether a token has expired is asked every time.
 */
final class CachingJwtDecoder implements JwtDecoder {
  /** About 15 MB. */
  private static final int MOST_TOKENS = 5_000;

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> timestamps;
  private final Cache<String, Jwt> verified =
      Caffeine.newBuilder().maximumSize(MOST_TOKENS).build();

  /**
   * @param decoder verifies a token that is not remembered, and refuses one that is not valid
   * @param timestamps the part of the validation whose result changes with time
   */
  CachingJwtDecoder(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps) {
    this.decoder = decoder;
    this.timestamps = timestamps;
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
