package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Postgres;

/**
 * A base backup of a running server and the log that it archives since, as in "Making a Base Backup
 * Using the Low Level API" of PostgreSQL's manual: what {@code pg_basebackup} does, which the
 * servers of the tests come without.
 */
final class Backup {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path files;
  private final Path archive;

  private Backup(Path files, Path archive) {
    this.files = files;
    this.archive = archive;
  }

  /** Restarts the server, which archives from then on. */
  static void archive(Postgres server, Connection connection, Path archive)
      throws IOException, SQLException {
    Files.createDirectory(archive);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET archive_mode = on");
      statement.execute("ALTER SYSTEM SET archive_command = 'cp %%p %s/%%f'".formatted(archive));
    }
    server.stop();
    server.start();
  }

  /**
   * @param folder of a server that archives to the folder {@code archive}
   */
  static Backup take(Connection connection, Path folder, Path backup, Path archive)
      throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('test', fast => true)");
      Finished copy =
          Finished.of(new ProcessBuilder("cp", "-a", folder.toString(), backup.toString()));
      assertThat(copy.exitCode()).as(copy.output()).isZero();
      Files.delete(backup.resolve("postmaster.pid"));
      Folders.delete(backup.resolve("pg_wal"));
      Files.createDirectory(backup.resolve("pg_wal"));
      try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
        row.next();
        Files.writeString(backup.resolve("backup_label"), row.getString(1));
      }
    }
    return new Backup(backup, archive);
  }

  /** Returns when all up to now is archived. */
  static void awaitArchive(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String last = text(statement, "SELECT pg_walfile_name(pg_switch_wal())");
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  text(statement, "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver")
                          .compareTo(last)
                      >= 0);
    }
  }

  /** A server of all databases as they were at a restore point. */
  EmbeddedPostgres restore(String point, String password) throws IOException, SQLException {
    Files.createFile(files.resolve("recovery.signal"));
    Files.writeString(
        files.resolve("postgresql.auto.conf"),
        """

        archive_mode = off
        restore_command = 'cp %s/%%f "%%p"'
        recovery_target_name = '%s'
        recovery_target_action = promote
        """
            .formatted(archive, point),
        StandardOpenOption.APPEND);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(files)
            .setCleanDataDirectory(false)
            .setPGStartupWait(LIMIT)
            .setConnectConfig("password", password)
            .setServerConfig("unix_socket_directories", "''")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      await().atMost(LIMIT).until(() -> text(statement, "SELECT pg_is_in_recovery()").equals("f"));
    }
    return server;
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
