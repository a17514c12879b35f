package org.contractshop.testing;

import static org.awaitility.Awaitility.await;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Commits that take longer than a service waits for them. */
public final class SlowCommits {
  private SlowCommits() {}

  /**
   * Slows down commits that write matching rows of a table.
   *
   * @param condition an SQL expression about the row {@code NEW}
   */
  public static void begin(JdbcClient database, String table, String condition) {
    database
        .sql(
            """
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER slow AFTER INSERT OR UPDATE ON %s DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW WHEN (%s) EXECUTE FUNCTION slow();
            """
                .formatted(table, condition))
        .update();
  }

  public static void end(JdbcClient database) {
    await()
        .ignoreExceptions() // a commit holds a lock on the table
        .until(() -> database.sql("DROP FUNCTION IF EXISTS slow CASCADE").update() >= 0);
  }
}
