package org.contractshop.base;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that are a transaction of their own. The transaction manager tells apart a commit whose
 * outcome is unknown from everything that failed before; a statement that commits itself needs
 * this.
 */
public final class Writes {
  private Writes() {}

  /**
   * Executes a statement that writes.
   *
   * @throws OutcomeUnknownException if the connection broke meanwhile, unless a transaction is
   *     active, which cannot be committed any more then
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
   * Whether a statement that failed so may have been executed and committed. PostgreSQL's own
   * refusals say that it was not; a broken connection (class 08) or a server that goes down (57P)
   * says nothing.
   */
  static boolean isOutcomeUnknown(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
