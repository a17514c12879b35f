package org.contractshop.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The expiry of a token, as far as its holder can read it. */
final class JwtExpiry {
  /** For a token that does not say when it expires. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  private static final JsonMapper JSON = new JsonMapper();
  private static final int SEGMENTS = 3;

  private JwtExpiry() {}

  static Instant of(String token, Instant now) {
    String[] segments = token.split("\\.");
    if (segments.length == SEGMENTS) {
      try {
        JsonNode expiry = JSON.readTree(Base64.getUrlDecoder().decode(segments[1])).path("exp");
        if (expiry.isNumber()) {
          return Instant.ofEpochSecond(expiry.asLong());
        }
      } catch (IllegalArgumentException | DateTimeException | JacksonException exception) {
        // It is not a JWT.
        return now.plus(UNKNOWN);
      }
    }
    return now.plus(UNKNOWN);
  }
}
