package org.contractshop.base;

import org.springframework.transaction.TransactionSystemException;

/**
 * The connection to the database broke when a transaction was being committed: it may or may not
 * have been. Neither "done" nor "not done" would be true.
 */
public final class OutcomeUnknownException extends TransactionSystemException {
  public OutcomeUnknownException(Throwable cause) {
    super("It is unknown whether the transaction was committed", cause);
  }
}
