package org.contractshop.base.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Accepts a token only in the one spelling that RFC 7515 defines. The underlying library ignores
 * padding, foreign characters and bits beyond the last byte, so that one signature would be valid
 * for many texts. It also ignores an empty {@code crit}, and the upper half of times that are too
 * large.
 */
final class StrictJwtDecoder implements JwtDecoder {
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  private static final double LAST_SECOND = 253_402_300_799.0; // of the year 9999

  private final JwtDecoder decoder;

  StrictJwtDecoder(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Jwt decode(String token) {
    require(COMPACT.matcher(token).matches(), "The token is not three segments of base64url");
    try {
      String[] segments = token.split("\\.");
      Map<String, Object> header = json(segments[0]);
      require(!header.containsKey("crit"), "JWS extensions are not supported");
      Map<String, Object> claims = json(segments[1]);
      requireTime(claims.get(JwtClaimNames.EXP));
      requireTime(claims.get(JwtClaimNames.NBF));
      requireTime(claims.get(JwtClaimNames.IAT));
      text(segments[2]);
    } catch (ParseException | IllegalArgumentException exception) {
      throw new BadJwtException("The token is not well-formed", exception);
    }
    return decoder.decode(token);
  }

  private static Map<String, Object> json(String segment) throws ParseException {
    Map<String, Object> json = JSONObjectUtils.parse(text(segment));
    require(json != null, "The token holds null"); // which the parser accepts as an object
    return json;
  }

  private static String text(String segment) {
    byte[] bytes = Base64.getUrlDecoder().decode(segment);
    String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    require(again.equals(segment), "The token is not canonical base64url");
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void requireTime(@Nullable Object claim) {
    require(
        claim == null
            || claim instanceof Number seconds
                && seconds.doubleValue() >= 0
                && seconds.doubleValue() <= LAST_SECOND,
        "The token has an invalid time");
  }

  private static void require(boolean isFulfilled, String otherwise) {
    if (!isFulfilled) {
      throw new BadJwtException(otherwise);
    }
  }
}
