package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

final class PostgresTest {
  @TempDir private Path data;
  private final CompletableFuture<String> death = new CompletableFuture<>();
  private Secrets secrets;
  private Postgres postgres;

  @BeforeEach
  void start() throws IOException {
    secrets = Secrets.load(data.resolve("secrets.properties"), Map.of());
    postgres =
        new Postgres(
            new PostgresDirectory(data),
            Ports.free(1).get(0),
            secrets,
            OwnFolder.forPrograms(System.getenv(), data),
            LogFile.create(data, "postgres"),
            death::complete);
    postgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    postgres.stop();
    assertThat(new PostgresDirectory(data).postmaster()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void servicesHaveDurableDatabasesOfTheirOwn() throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      assertThat(query("SHOW " + setting)).as(setting).isEqualTo("on");
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect("orders", secrets.get(Service.USER.databasePassword())))
        .withMessageContaining("permission denied");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect("users", "guessed"))
        .withMessageContaining("password authentication failed");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void dataSurviveAKillAndADeathIsReported() throws SQLException {
    update("CREATE TABLE kept AS SELECT 'still here' AS text");

    postgres.kill();

    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> postgres.connect(Service.USER));
    assertThat(death).isNotDone();

    postgres.start();

    assertThat(query("SELECT text FROM kept")).isEqualTo("still here");

    ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

    assertThat(death)
        .succeedsWithin(Duration.ofSeconds(20))
        .asString()
        .contains("PostgreSQL", Long.toString(postgres.pid()), "ready to accept connections");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aRunCanUseAServerThatSomebodyElseRuns() throws SQLException {
    String password = secrets.get(Secrets.POSTGRES_PASSWORD);
    DatabaseServer external =
        new ExternalPostgres(
            "postgres://postgres:%s@localhost:%d/postgres".formatted(password, postgres.port()),
            secrets);

    external.start();

    assertThat(external.url(Service.USER)).isEqualTo(postgres.url(Service.USER));
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(
            () ->
                new ExternalPostgres(
                        "postgres://postgres:wrong@localhost:" + postgres.port(), secrets)
                    .start())
        .withMessageContaining("DATABASE_URL")
        .withMessageContaining("localhost:" + postgres.port())
        .withMessageNotContaining("wrong@");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> new ExternalPostgres("mysql://localhost/shop", secrets))
        .withMessageContaining("must be like postgres://");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void onlyTheOwnerCanWriteWhereTheServerIsUnpacked() throws IOException {
    Path programs = OwnFolder.forPrograms(Map.of("XDG_CACHE_HOME", data + "/cache"), data);
    assertThat(programs).startsWith(data.resolve("cache"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs)))
        .isEqualTo("rwx------");

    Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
    OwnFolder.create(programs);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs)))
        .isEqualTo("rwx------");

    assertThat(OwnFolder.forPrograms(Map.of(), data)).isEqualTo(data.resolve("programs"));
    assertThat(OwnFolder.forPrograms(Map.of("HOME", "/proc/nobody"), data))
        .isEqualTo(data.resolve("programs"));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void itIsUnpackedWhereProgramsMayRun() throws IOException {
    Path data = Files.createDirectory(this.data.resolve("other"));
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", data + "/cache");

    assertThat(OwnFolder.forPrograms(cache, data, program -> !program.startsWith(data + "/cache")))
        .isEqualTo(data.resolve("programs"));
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> OwnFolder.forPrograms(cache, data, program -> false))
        .withMessageContainingAll(data + "/programs", "noexec", "XDG_CACHE_HOME", "DATABASE_URL");
    assertThat(data.resolve("programs")).isEmptyDirectory();
  }

  /** As user-service. */
  private void connect(String database, String password) throws SQLException {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(postgres.port(), database);
    DriverManager.getConnection(url, Service.USER.database(), password).close();
  }

  private void update(String statement) throws SQLException {
    try (Connection connection = postgres.connect(Service.USER);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private String query(String query) throws SQLException {
    try (Connection connection = postgres.connect(Service.USER);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
