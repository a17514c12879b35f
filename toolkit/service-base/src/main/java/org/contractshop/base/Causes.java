package org.contractshop.base;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the cause of an exception. */
final class Causes {
  /**
   * SQL state classes that say "not now": connection, transaction state, resources, not in a usable
   * state, operator intervention, system error, rollback. See PostgreSQL's appendix A.
   */
  private static final Set<String> OUTAGE_CLASSES =
      Set.of("08", "25", "53", "55", "57", "58", "40");

  /** PostgreSQL's character_not_in_repertoire, its error for the character U+0000. */
  private static final String CHARACTER_THAT_NO_TEXT_HOLDS = "22021";

  private Causes() {}

  static <T> @Nullable T find(Throwable exception, Class<T> type) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** Whether the database says "not now" rather than "never". */
  static boolean isOutage(Throwable exception) {
    if (find(exception, SQLTransientException.class) != null) {
      return true;
    }
    String state = sqlState(exception);
    return state.length() == 5 && OUTAGE_CLASSES.contains(state.substring(0, 2));
  }

  /** Whether the input has a character that the database cannot store. */
  static boolean isUnstorableText(Throwable exception) {
    return sqlState(exception).equals(CHARACTER_THAT_NO_TEXT_HOLDS);
  }

  private static String sqlState(Throwable exception) {
    SQLException refusal = find(exception, SQLException.class);
    return refusal == null || refusal.getSQLState() == null ? "" : refusal.getSQLState();
  }
}
