package org.contractshop.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the bearer token of an attempt: the bare token, without {@code Bearer}, or null for none. A
 * bean of this type is what the clients of a Spring Boot application take their tokens from.
 *
 * <p>It is asked for every attempt of those operations that need a token, by the calling thread, so
 * it should keep the token and renew it in time, as {@link #caching} does.
 */
@FunctionalInterface
public interface TokenSupplier extends Supplier<@Nullable String> {
  /** A service did not accept this token, although it was given. */
  default void rejected(String token) {}

  /**
   * Logs in when a token is first needed, keeps the token, and renews it well before it expires:
   *
   * <pre>{@code
   * TokenSupplier.caching(() -> vault.readToken("shop"))
   * }</pre>
   *
   * @param login gives a new token, perhaps a JWT, whose expiry is respected then
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
   * @param users the client of the service that knows the passwords
   */
  static CachingTokenSupplier passwordLogin(PasswordLogin users, String email, String password) {
    return caching(() -> users.logIn(email, password));
  }
}
