package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.contractshop.testing.Response;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.SQLExceptionTranslator;

class ThrottlingTest extends ServiceTest {
  private static final String HERE = "127.0.0.1";
  private static final String ELSEWHERE = "192.0.2.1";
  private static final String ADA = People.ADAS_EMAIL;

  @Autowired private DataSource pool;
  @Autowired private SQLExceptionTranslator translator;
  @Autowired private ThrottlingProperties limits;
  @Autowired private Throttle throttle;

  @Test
  void letsSoManyGuessesThroughAndNotOneMoreEvenIfTheyComeAtOnce() throws Exception {
    List<Response> guesses = Together.run(30, guess -> () -> logIn(ADA, "guess-" + guess));

    // A busy machine may refuse some with 503, before or after they were counted.
    assertThat(guesses)
        .extracting(Response::status)
        .isSubsetOf(401, 429, 503)
        .filteredOn(status -> status == 401)
        .hasSizeBetween(1, 10);
    guessesFrom(HERE);
    Response refused = logIn(ADA, People.ADAS_PASSWORD);
    refused.isProblem(429, "Too many requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 90);
  }

  @Test
  void doesNotHearAnAttackersStoryAboutTheAddress() {
    for (int guess = 0; guess < 10; guess++) {
      guess("X-Forwarded-For", "192.0.2." + guess);
    }

    assertThat(guess("X-Forwarded-For", "192.0.2.99")).isEqualTo(429);
    assertThat(guess("Forwarded", "for=192.0.2.99")).isEqualTo(429);
  }

  @Test
  void letsTheOwnerInAtAnotherAddressAndOthersAtTheSame() {
    assertThat(guessesFrom(HERE)).isEqualTo(10);

    assertThat(throttle.logIn(ELSEWHERE, ADA, () -> "token")).isEqualTo("token");
    assertThat(throttle.logIn(HERE, "grace@example.com", () -> "token")).isEqualTo("token");
  }

  @Test
  void limitsTheGuessesAtOneAccountFromManyAddresses() {
    int guesses = IntStream.range(0, 20).map(host -> guessesFrom("192.0.2." + host)).sum();

    assertThat(guesses).isEqualTo(60);
    assertThat(throttle.logIn(ELSEWHERE, "grace@example.com", () -> "token")).isEqualTo("token");
  }

  @Test
  void limitsTheAccountsThatOneAddressTries() {
    int[] account = {0};

    int guesses =
        Attempts.exhaust(
            () -> Attempts.fail(throttle, HERE, "user" + account[0]++ + "@example.com"));

    assertThat(guesses).isEqualTo(200);
    assertThat(throttle.logIn(ELSEWHERE, ADA, () -> "token")).isEqualTo("token");
  }

  @Test
  void takesAllSpellingsOfAnAccountAndAllAddressesOfANetworkForOne() {
    List<String> spellings = List.of(ADA, "ADA@Example.com", "\uff41da@example.com");
    int[] guess = {0};

    int guesses =
        Attempts.exhaust(
            () -> Attempts.fail(throttle, "2001:db8::" + guess[0], spellings.get(guess[0]++ % 3)));

    assertThat(guesses).isEqualTo(10);
    assertThat(throttle.logIn("2001:db8:0:1::1", ADA, () -> "token")).isEqualTo("token");
  }

  @Test
  void countsOnlyLoginsThatFail() {
    for (int login = 0; login < 12; login++) {
      assertThat(logIn(ADA, People.ADAS_PASSWORD).status()).isEqualTo(200);
    }
    assertThat(guessesFrom(HERE)).isEqualTo(10);
  }

  @Test
  void takesNothingFromTheAccountForARefusedGuess() {
    guessesFrom(HERE);
    for (int guess = 0; guess < 100; guess++) {
      assertThat(guessesFrom(HERE)).isZero();
    }

    assertThat(guessesFrom(ELSEWHERE)).isEqualTo(10);
  }

  @Test
  void isSharedByTheInstances() {
    Throttle another = new Throttle(new ThrottleBuckets(pool, translator), limits);

    assertThat(guessesFrom(HERE)).isEqualTo(10);

    assertThat(Attempts.exhaust(() -> Attempts.fail(another, HERE, ADA))).isZero();
  }

  @Test
  void neverLocksAnybodyOutForGood() {
    FakeTime time = new FakeTime();
    Throttle later = new Throttle(new ThrottleBuckets(pool, translator, time), limits);
    Attempts.exhaust(() -> Attempts.fail(later, HERE, ADA));

    time.advance(Duration.ofSeconds(90));
    assertThat(later.logIn(HERE, ADA, () -> "token")).isEqualTo("token");

    time.advance(Duration.ofMinutes(15));
    assertThat(Attempts.exhaust(() -> Attempts.fail(later, HERE, ADA))).isEqualTo(10);
  }

  @Test
  void limitsRegistrationsFromOneAddress() {
    assertThat(Attempts.exhaust(() -> throttle.register(HERE))).isEqualTo(200);

    Response refused =
        http.post(
            "/auth/register",
            "{\"name\":\"Grace\",\"email\":\"grace@example.com\",\"password\":\"E2ETest99!\"}");
    refused.isProblem(429, "Too many requests");
    assertThat(refused.header("Retry-After")).isBetween("1", "5");
    throttle.register(ELSEWHERE);
  }

  @Test
  void keepsNoBucketThatIsFull() {
    ThrottleBuckets buckets = new ThrottleBuckets(pool, translator);
    database
        .sql("INSERT INTO throttle_buckets SELECT n, NULL, 1 FROM generate_series(1, ?) n")
        .param(ThrottleBuckets.BATCH + 1)
        .update();
    buckets.take("full again", 1, Duration.ofHours(1));
    buckets.giveBack("full again", 1, Duration.ofHours(1));
    buckets.take("not full", 1, Duration.ofHours(1));

    buckets.purge();

    assertThat(database.sql("SELECT id FROM throttle_buckets").query(String.class).list())
        .containsExactly("not full");
  }

  @Test
  void canBeTurnedOff() {
    ThrottlingProperties off = new ThrottlingProperties(false, limits.period(), 1, 3, 1, 1);
    Throttle none = new Throttle(new ThrottleBuckets(pool, translator), off);

    for (int attempt = 0; attempt < 5; attempt++) {
      Attempts.fail(none, HERE, ADA);
      none.register(HERE);
    }
  }

  private int guessesFrom(String address) {
    return Attempts.exhaust(() -> Attempts.fail(throttle, address, ADA));
  }

  private int guess(String header, String value) {
    return logIn(http.with(header, value), ADA, "wrong").status();
  }
}
