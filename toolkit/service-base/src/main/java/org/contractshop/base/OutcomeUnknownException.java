package org.contractshop.base;

import org.springframework.transaction.TransactionSystemException;

/**
 * The connection to the database broke during a commit, so the transaction may or may not have been
 * committed. Neither "done" nor "not done" would be certain.
 */
public final class OutcomeUnknownException extends TransactionSystemException {
  public OutcomeUnknownException(Throwable cause) {
    super("It is unknown whether the transaction was committed", cause);
  }
}
