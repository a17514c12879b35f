package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class OutcomeUnknownTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "08007", "57P01", "57P02", ""})
  void aCommitThatBreaksOffMayHaveSucceeded(String state) {
    assertThatThrownBy(() -> commit(refusal(state))).isInstanceOf(OutcomeUnknownException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "23503", "53100", "57014"})
  void aCommitThatTheDatabaseRefusesHasNotSucceeded(String state) {
    assertThatThrownBy(() -> commit(refusal(state)))
        .isNotInstanceOf(OutcomeUnknownException.class)
        .isInstanceOfAny(DataAccessException.class, TransactionException.class);
  }

  @Test
  void aWriteThatBreaksOffMayHaveSucceeded() {
    assertThatThrownBy(() -> write(new DataAccessResourceFailureException("", refusal("08006"))))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void aWriteThatTheDatabaseRefusesHasNotSucceeded() {
    DuplicateKeyException refused = new DuplicateKeyException("", refusal("23505"));

    assertThatThrownBy(() -> write(refused)).isSameAs(refused);
  }

  @Test
  void aWriteWithoutAConnectionHasNotSucceeded() {
    var noConnection = new CannotGetJdbcConnectionException("", refusal("08001"));

    assertThatThrownBy(() -> write(noConnection)).isSameAs(noConnection);
  }

  @Test
  void aWriteWithinATransactionThatBreaksOffHasNotSucceeded() {
    var broken = new DataAccessResourceFailureException("", refusal("08006"));

    assertThatThrownBy(
            () -> transaction(refusal("08006")).executeWithoutResult(status -> write(broken)))
        .isNotInstanceOf(OutcomeUnknownException.class);
  }

  private static void write(RuntimeException failure) {
    Writes.single(
        () -> {
          throw failure;
        });
  }

  private static void commit(SQLException failure) {
    transaction(failure).executeWithoutResult(status -> {});
  }

  private static TransactionTemplate transaction(SQLException onCommit) {
    var configuration = new DatabaseConfiguration();
    return new TransactionTemplate(
        configuration.transactionManager(database(onCommit), configuration.lockTimeouts()));
  }

  /** Its commits fail; everything else works. */
  private static DataSource database(SQLException onCommit) {
    return new FakeDatabase(
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            throw onCommit;
          }
          return method.getReturnType() == boolean.class
              ? (Object) true
              : method.getReturnType() == int.class ? (Object) 0 : null;
        });
  }

  private static SQLException refusal(String state) {
    return new SQLException("broken", state.isEmpty() ? null : state);
  }
}
