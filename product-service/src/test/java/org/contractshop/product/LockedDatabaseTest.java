package org.contractshop.product;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody else's transaction does not end. */
class LockedDatabaseTest extends ServiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final String HELD_MICE = "/stock-reservations/" + new UUID(1, 1);

  @Autowired private DataSource dataSource;
  private Connection other;

  @BeforeEach
  void holdSomeMice() throws Exception {
    assertThat(reserve(HELD_MICE, MOUSE).status()).isEqualTo(201);
    other = dataSource.getConnection();
    other.setAutoCommit(false);
  }

  @AfterEach
  void unlock() throws Exception {
    other.rollback();
    other.setAutoCommit(true);
    other.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PUT", "DELETE"})
  void aLockedProductIsUnavailableSoonAndSoundLater(String method) throws Exception {
    lock("SELECT * FROM product WHERE id = 3 FOR UPDATE");
    assertUnavailable(write(method));
    other.rollback();
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
    Response later = await().until(() -> write(method), answer -> answer.status() != 503);
    assertThat(later.status()).isIn(200, 201, 204);
    assertThat(stock(MOUSE)).isEqualTo(method.equals("DELETE") ? MICE : MICE - 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "DELETE"})
  void writersWhoAreTooManyAreRefusedBeforeTheyBegin(String method) throws Exception {
    lock("SELECT * FROM product WHERE id = 3 FOR UPDATE");
    List<Response> answers = Together.run(100, number -> () -> write(method));
    Response quickest = Collections.min(answers, Comparator.comparing(Response::took));
    assertUnavailable(quickest);
    assertThat(quickest.body()).contains("Nothing was done");
  }

  @Test
  void aLockedProductDoesNotStopTheSaleOfOthers() throws Exception {
    lock("SELECT * FROM product WHERE id = 3 FOR UPDATE");
    List<Response> answers =
        Together.run(
            20,
            number ->
                () ->
                    reserve("/stock-reservations/" + UUID.randomUUID(), number < 5 ? MOUSE : HUB));
    answers.subList(0, 5).forEach(LockedDatabaseTest::assertUnavailable);
    assertThat(answers.subList(5, 20)).extracting(Response::status).containsOnly(201);
    assertThat(stock(HUB)).isEqualTo(HUBS - 15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PUT", "DELETE"})
  void aConnectionThatBreaksIsAnOutageToo(String method) throws Exception {
    lock("SELECT * FROM product WHERE id = 3 FOR UPDATE");
    AtomicReference<CompletableFuture<Response>> answer = new AtomicReference<>(later(method));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              // On a busy machine, the lock timeout may end a request before it was seen waiting.
              if (answer.get().isDone()) {
                answer.set(later(method));
              }
              return breakWaiting();
            });
    assertUnavailable(answer.get().get(5, SECONDS));
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
  }

  @Test
  void readersDoNotWaitForWriters() throws Exception {
    lock("SELECT * FROM product FOR UPDATE");
    assertThat(http().get("/products").status()).isEqualTo(200);
    assertThat(http().get("/products/3").status()).isEqualTo(200);
  }

  @Test
  void nobodyAmongSixtyFourCallersWaitsLongForAFrozenCatalogue() throws Exception {
    lock("LOCK TABLE product IN ACCESS EXCLUSIVE MODE");
    List<Response> answers =
        Together.run(
            64,
            number ->
                () ->
                    switch (number % 4) {
                      case 0 -> reserve("/stock-reservations/" + UUID.randomUUID(), HUB);
                      case 1 -> write("DELETE");
                      case 2 -> write("PATCH");
                      default -> http().get("/products");
                    });
    // A second more than is promised, for a busy machine: this one process also is the 64 callers.
    answers.forEach(answer -> assertUnavailable(answer, LIMIT.plusSeconds(1)));
    other.rollback();
    assertThat(http().get("/products").status()).isEqualTo(200);
    assertThat(reserve(HELD_MICE, MOUSE).status()).isEqualTo(200);
  }

  private CompletableFuture<Response> later(String method) {
    return CompletableFuture.supplyAsync(() -> write(method));
  }

  private void lock(String sql) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether there was a connection that waited for the lock. */
  private boolean breakWaiting() {
    return database
        .sql(
            """
            SELECT coalesce(bool_or(pg_terminate_backend(pid)), false)
            FROM pg_locks WHERE NOT granted
            """)
        .query(Boolean.class)
        .single();
  }

  private Response write(String method) {
    String token = TestTokens.service();
    return switch (method) {
      case "PATCH" -> http().with(token).send("PATCH", "/products/3/stock", "{\"decrement\":1}");
      case "DELETE" -> http().with(token).send("DELETE", HELD_MICE, null);
      default -> reserve("/stock-reservations/" + UUID.randomUUID(), MOUSE);
    };
  }

  private Response reserve(String path, long productId) {
    String body = "{\"lines\":[{\"productId\":" + productId + ",\"quantity\":1}]}";
    return http().with(TestTokens.service()).send("PUT", path, body);
  }

  private static void assertUnavailable(Response answer) {
    assertUnavailable(answer, LIMIT);
  }

  private static void assertUnavailable(Response answer, Duration limit) {
    answer.isProblem(503);
    assertThat(answer.took()).isLessThan(limit);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }
}
