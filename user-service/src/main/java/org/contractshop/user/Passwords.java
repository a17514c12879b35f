package org.contractshop.user;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import org.contractshop.base.admission.AdmissionLimiter;
import org.contractshop.user.PasswordProperties.Algorithm;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. A hash names its algorithm, so that older ones stay valid. Each
 * costs tens of milliseconds of a processor on purpose: no more of them run at once than there are
 * processors, so that everything else still gets its share during a flood of logins.
 */
@Component
@EnableConfigurationProperties(PasswordProperties.class)
class Passwords {
  /** The length that bcrypt reads of a password; it would silently ignore the rest. */
  private static final int MOST_BCRYPT_BYTES = 72;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Algorithm algorithm;
  private final PasswordEncoder argon2;
  private final PasswordEncoder bcrypt;
  private final AdmissionLimiter work;

  /** Checked if there is no such user, so that this takes as long. */
  private final String nobody;

  Passwords(PasswordProperties properties) {
    algorithm = properties.algorithm();
    Map<String, PasswordEncoder> encoders =
        Map.of(
            "argon2",
            new Argon2PasswordEncoder(
                SALT_BYTES,
                HASH_BYTES,
                1,
                properties.argon2MemoryKib(),
                properties.argon2Iterations()),
            "bcrypt",
            new BCryptPasswordEncoder(properties.bcryptStrength()));
    argon2 = new DelegatingPasswordEncoder("argon2", encoders);
    bcrypt = new DelegatingPasswordEncoder("bcrypt", encoders);
    work =
        AdmissionLimiter.fixed(
            "password hashing",
            Runtime.getRuntime().availableProcessors(),
            properties.waiting(),
            LONGEST_WAIT);
    nobody = hash("nobody has this password");
  }

  String hash(String password) {
    String normal = normal(password);
    PasswordEncoder encoder =
        algorithm == Algorithm.BCRYPT && isReadWholeByBcrypt(normal) ? bcrypt : argon2;
    return work.call(() -> String.valueOf(encoder.encode(normal)));
  }

  /**
   * @param hash the user's, or null if there is no such user: then there is no match, after the
   *     same work
   */
  boolean match(String password, @Nullable String hash) {
    String normal = normal(password);
    String compared = hash == null ? nobody : hash;
    boolean readWhole = !compared.startsWith("{bcrypt}") || isReadWholeByBcrypt(password);
    boolean matches =
        work.call(() -> argon2.matches(readWhole ? normal : "too long for bcrypt", compared));
    if (!matches && !normal.equals(password)) {
      // Hashes of the first version are of the password as it was typed.
      matches = work.call(() -> argon2.matches(readWhole ? password : "too long", compared));
    }
    return matches && readWhole && hash != null;
  }

  /** Whether the user who has just logged in should get a stronger hash. */
  boolean isOutdated(String hash) {
    return algorithm == Algorithm.ARGON2 && argon2.upgradeEncoding(hash);
  }

  /** One password can be typed in several ways (NIST SP 800-63B): ① is 1, é has two spellings. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static boolean isReadWholeByBcrypt(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BCRYPT_BYTES;
  }
}
