package org.contractshop.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the bearer token for an attempt: the bare token, without {@code Bearer}, or null for
 * none. In a Spring Boot application, all clients use the bean of this type.
 *
 * <p>The calling thread calls it for every attempt of an operation that needs a token, so it should
 * cache the token and renew it in time, as {@link #caching} does.
 */
@FunctionalInterface
public interface TokenSupplier extends Supplier<@Nullable String> {
  /** Notes that a service refused this token. */
  default void rejected(String token) {}

  /**
   * Logs in when a token is first needed, keeps the token, and renews it well before it expires:
   *
   * <pre>{@code
   * TokenSupplier.caching(() -> vault.readToken("shop"))
   * }</pre>
   *
   * @param login gets a new token; if it is a JWT, its expiry is respected
   */
  static CachingTokenSupplier caching(Supplier<String> login) {
    return new CachingTokenSupplier(login);
  }

  /**
   * The same with an e-mail address and a password:
   *
   * <pre>{@code
   * TokenSupplier.passwordLogin(UserClient.at("http://localhost:3001"), email, password)
   * }</pre>
   *
   * @param users the client of the service that checks passwords
   */
  static CachingTokenSupplier passwordLogin(PasswordLogin users, String email, String password) {
    return caching(() -> users.logIn(email, password));
  }
}
