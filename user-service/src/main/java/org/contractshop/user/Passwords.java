package org.contractshop.user;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords. A hash names its algorithm, so that a stronger one can follow. */
@Component
class Passwords {
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();

  /** What a password is checked against if there is no user, so that this takes as long. */
  private final String nobody = hash("nobody has this password");

  String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /**
   * @param hash the user's, or null if there is no such user: then the answer is no, after the same
   *     work
   */
  boolean match(String password, @Nullable String hash) {
    boolean whole = password.getBytes(StandardCharsets.UTF_8).length <= NewUser.MOST_PASSWORD_BYTES;
    boolean matches = encoder.matches(whole ? password : "too long", hash == null ? nobody : hash);
    return matches && whole && hash != null;
  }
}
