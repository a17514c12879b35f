package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.contractshop.user.PasswordProperties.Algorithm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {
  private static final Passwords passwords = new Passwords(properties(Algorithm.ARGON2));

  @Test
  void recognizesAPasswordByItsHash() {
    String hash = passwords.hash("Pass1234!");

    assertThat(passwords.match("Pass1234!", hash)).isTrue();
    assertThat(passwords.match("Pass1234?", hash)).isFalse();
  }

  @Test
  void givesTwoUsersWithOnePasswordDifferentHashes() {
    assertThat(passwords.hash("Pass1234!")).isNotEqualTo(passwords.hash("Pass1234!"));
  }

  @Test
  void namesTheAlgorithmInTheHashAndNotThePassword() {
    assertThat(passwords.hash("Pass1234!"))
        .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$") // as OWASP wants it
        .doesNotContain("Pass1234!");
  }

  @Test
  void recognizesAnyCharacters() {
    String password = " пароль 密码 🔑 ";

    assertThat(passwords.match(password, passwords.hash(password))).isTrue();
    assertThat(passwords.match(password.strip(), passwords.hash(password))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {71, 72, 1_000})
  void looksAtEveryCharacter(int length) {
    String password = "x".repeat(length);

    assertThat(passwords.match(password + "a", passwords.hash(password + "a"))).isTrue();
    assertThat(passwords.match(password + "b", passwords.hash(password + "a"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"caf\u00e9-1234, cafe\u0301-1234", "\u2460234-abcd, 1234-abcd"})
  void recognizesAPasswordHoweverItIsTyped(String registered, String typed) {
    assertThat(passwords.match(typed, passwords.hash(registered))).isTrue();
  }

  @Test
  void stillRecognizesTheHashesOfTheFirstVersionAndWantsThemReplaced() {
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("cafe\u0301-1234");

    assertThat(passwords.match("cafe\u0301-1234", hash)).isTrue();
    assertThat(passwords.match("other-1234", hash)).isFalse();
    assertThat(passwords.isOutdated(hash)).isTrue();
    assertThat(passwords.isOutdated(passwords.hash("Pass1234!"))).isFalse();
  }

  @Test
  void doesNotIgnoreThe73rdByteOfABcryptHash() {
    String password = "x".repeat(72);
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password);

    assertThat(passwords.match(password, hash)).isTrue();
    assertThat(passwords.match(password + "b", hash)).isFalse();
  }

  @Test
  void usesBcryptIfItIsConfiguredAndReadsThePasswordWhole() {
    Passwords configured = new Passwords(properties(Algorithm.BCRYPT));
    String longPassword = "x".repeat(73);

    assertThat(configured.hash("Pass1234!")).matches("\\{bcrypt}\\$2.\\$04\\$.+");
    assertThat(configured.hash(longPassword)).startsWith("{argon2}");
    assertThat(configured.match(longPassword + "b", configured.hash(longPassword))).isFalse();
    assertThat(configured.isOutdated(passwords.hash("Pass1234!"))).isFalse();
  }

  @Test
  void neverRecognizesAnUnknownUser() {
    assertThat(passwords.match("nobody has this password", null)).isFalse();
  }

  @Test
  void worksAsHardForAnUnknownUserAndForATooLongPasswordAsForAWrongOne() {
    String hash = passwords.hash("Pass1234!");
    Duration wrong = quickest("Pass1234?", hash);

    // Without the work it would take a thousandth. A busy machine makes a factor of two, but not of
    // four three times.
    assertThat(quickest("Pass1234!", null)).isGreaterThan(wrong.dividedBy(4));
    assertThat(quickest("x".repeat(1000), hash)).isGreaterThan(wrong.dividedBy(4));
  }

  private static PasswordProperties properties(Algorithm algorithm) {
    return new PasswordProperties(algorithm, 19_456, 2, 4, 100);
  }

  private static Duration quickest(String password, @Nullable String hash) {
    return IntStream.range(0, 3)
        .mapToObj(
            attempt -> {
              long start = System.nanoTime();
              passwords.match(password, hash);
              return Duration.ofNanos(System.nanoTime() - start);
            })
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
