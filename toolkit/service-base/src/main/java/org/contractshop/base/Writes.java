package org.contractshop.base;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that are their own transaction. The transaction manager distinguishes a commit with an
 * unknown outcome from earlier failures; a self-committing statement needs this.
 */
public final class Writes {
  private Writes() {}

  /**
   * Executes a statement that writes.
   *
   * @throws OutcomeUnknownException if the connection broke meanwhile, unless a transaction is
   *     active, which can no longer be committed
   */
  public static <T> T single(Supplier<T> statement) {
    try {
      return statement.get();
    } catch (CannotGetJdbcConnectionException exception) {
      throw exception;
    } catch (DataAccessException exception) {
      SQLException cause = Causes.find(exception, SQLException.class);
      if (cause != null
          && isOutcomeUnknown(cause)
          && !TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new OutcomeUnknownException(exception);
      }
      throw exception;
    }
  }

  /**
   * Whether a statement with this failure may have been executed and committed. If PostgreSQL
   * itself refused it, it was not; after a broken connection (class 08) or a server shutdown (57P),
   * nobody knows.
   */
  static boolean isOutcomeUnknown(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
