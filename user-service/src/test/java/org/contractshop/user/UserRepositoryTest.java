package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class UserRepositoryTest extends ServiceTest {
  @Autowired private TransactionTemplate transaction;
  @Autowired private UserRepository users;

  @Test
  void findsAUserByTheIdThatItGave() {
    User grace =
        users.add("Grace Hopper", "grace@example.com", "hash", User.Role.ADMIN).orElseThrow();

    assertThat(grace)
        .isEqualTo(new User(grace.id(), "Grace Hopper", "grace@example.com", User.Role.ADMIN));
    assertThat(users.find(grace.id())).contains(grace);
  }

  @Test
  void doesNotFindAnUnknownUser() {
    assertThat(users.find(999)).isEmpty();
    assertThat(users.findCredentials("nobody@example.com")).isEmpty();
  }

  @Test
  void takesUpperAndLowerCaseForOneAddress() {
    assertThat(users.add("Another Ada", "ADA@Example.COM", "hash", User.Role.USER)).isEmpty();
    assertThat(users.findCredentials("ADA@Example.COM").orElseThrow().user().id())
        .isEqualTo(People.ADA);
  }

  @Test
  void keepsTheAddressAsItWasWritten() {
    users.add("Grace Hopper", "Grace@Example.com", "hash", User.Role.USER);

    assertThat(users.findCredentials("grace@example.com").orElseThrow().user().email())
        .isEqualTo("Grace@Example.com");
  }

  @Test
  void givesAnAddressToTheFirstOfTwoWhoClaimItAtOnce() throws Exception {
    assertThat(secondClaimAfter(first -> {}).get()).isEmpty();
  }

  @Test
  void givesAnAddressToTheSecondIfTheFirstFails() throws Exception {
    assertThat(secondClaimAfter(TransactionStatus::setRollbackOnly).get()).isPresent();
  }

  /** Claims an address while another claim of it is neither committed nor rolled back. */
  private Future<Optional<User>> secondClaimAfter(Consumer<TransactionStatus> endOfTheFirst) {
    ExecutorService second = Executors.newSingleThreadExecutor();
    try {
      return transaction.execute(
          first -> {
            assertThat(users.add("First", "grace@example.com", "hash", User.Role.USER)).isPresent();
            Future<Optional<User>> claim =
                second.submit(
                    () -> users.add("Second", "GRACE@example.com", "hash", User.Role.USER));
            while (!claim.isDone() && !somebodyWaits()) {
              Thread.onSpinWait();
            }
            endOfTheFirst.accept(first);
            return claim;
          });
    } finally {
      second.shutdown();
    }
  }

  private boolean somebodyWaits() {
    return database
        .sql(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void changesThePasswordOfOneUserOnly() {
    String before = hash(People.SERVICE_EMAIL);

    users.changePassword(People.ADA, hash(People.ADAS_EMAIL), "another hash");

    assertThat(hash(People.ADAS_EMAIL)).isEqualTo("another hash");
    assertThat(hash(People.SERVICE_EMAIL)).isEqualTo(before);
  }

  @Test
  void doesNotUndoAChangeThatWasMadeMeanwhile() {
    String before = hash(People.ADAS_EMAIL);
    users.changePassword(People.ADA, before, "the first change");

    users.changePassword(People.ADA, before, "the second change");

    assertThat(hash(People.ADAS_EMAIL)).isEqualTo("the first change");
  }

  private String hash(String email) {
    return users.findCredentials(email).orElseThrow().passwordHash();
  }

  @Test
  void neverShowsAPasswordHashAsPartOfAUser() {
    assertThat(users.findCredentials(People.ADAS_EMAIL).orElseThrow().user())
        .asString()
        .doesNotContain("bcrypt");
  }

  @Test
  void takesWhatLooksLikeSqlForAnAddress() {
    assertThat(users.findCredentials("' OR '1'='1")).isEmpty();
  }
}
