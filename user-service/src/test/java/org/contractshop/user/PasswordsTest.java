package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final Passwords passwords = new Passwords();

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
        .matches("\\{bcrypt}\\$2.\\$1\\d\\$.+") // at least 2^10 rounds
        .doesNotContain("Pass1234!");
  }

  @Test
  void recognizesAnyCharacters() {
    String password = " пароль 密码 🔑 ";

    assertThat(passwords.match(password, passwords.hash(password))).isTrue();
    assertThat(passwords.match(password.strip(), passwords.hash(password))).isFalse();
  }

  @Test
  void looksAtTheLastOf72Bytes() {
    String password = "x".repeat(71);

    assertThat(passwords.match(password + "b", passwords.hash(password + "a"))).isFalse();
  }

  @Test
  void doesNotIgnoreThe73rdByte() {
    String password = "x".repeat(72);
    String hash = passwords.hash(password);

    assertThat(passwords.match(password, hash)).isTrue();
    assertThat(passwords.match(password + "b", hash)).isFalse();
    assertThat(passwords.match("ü".repeat(36) + "b", passwords.hash("ü".repeat(36)))).isFalse();
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
