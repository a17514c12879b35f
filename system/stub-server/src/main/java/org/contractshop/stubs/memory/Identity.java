package org.contractshop.stubs.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The user of a token: taken from the claims of a JWT, whose signature is not checked, or from a
 * placeholder of the contracts such as {@code user-7-token}.
 */
record Identity(long id, String role) {
  private static final Pattern PLACEHOLDER = Pattern.compile("user-([1-9][0-9]{0,14})-token");

  /** Empty if no service would accept it as a token, or if it has expired. */
  static Optional<Identity> of(String authorization) {
    String token = authorization.replaceFirst("(?i)^Bearer +", "");
    Matcher user = PLACEHOLDER.matcher(token);
    if (user.matches()) {
      return Optional.of(new Identity(Long.parseLong(user.group(1)), "user"));
    }
    return switch (token) {
      case "admin-token" -> Optional.of(new Identity(1001, "admin"));
      case "service-token" -> Optional.of(new Identity(1002, "service"));
      default -> ofJwt(token);
    };
  }

  boolean mayChangeStock() {
    return !role.equals("user");
  }

  boolean isAdmin() {
    return role.equals("admin");
  }

  private static Optional<Identity> ofJwt(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode claims =
          JsonMapper.shared()
              .readTree(
                  new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
      boolean alive = claims.path("exp").asLong(0) > Instant.now().getEpochSecond();
      return alive && claims.path("id").isIntegralNumber() && claims.path("role").isString()
          ? Optional.of(new Identity(claims.get("id").asLong(), claims.get("role").asString()))
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException exception) {
      return Optional.empty();
    }
  }
}
