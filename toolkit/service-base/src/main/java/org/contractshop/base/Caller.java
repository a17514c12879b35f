package org.contractshop.base;

import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The user whose token the current request carries.
 *
 * @param id the user's id
 * @param role {@code user}, {@code service} or {@code admin}
 */
public record Caller(long id, String role) {

  /**
   * @throws IllegalStateException if the request needed no token: the spec opens the operation to
   *     anyone
   */
  public static Caller current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
      throw new IllegalStateException("An operation that needs a caller was left open");
    }
    return new Caller(
        Objects.requireNonNull(token.<Long>getClaim("id")),
        Objects.requireNonNull(token.getClaimAsString("role")));
  }

  public boolean isUser(long userId) {
    return id == userId;
  }
}
