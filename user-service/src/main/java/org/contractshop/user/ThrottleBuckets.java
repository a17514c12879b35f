package org.contractshop.user;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Buckets of tokens in PostgreSQL, which all instances share. A bucket is full at first, and is
 * refilled evenly over a period. A full one needs no row, so only callers who failed lately take up
 * space.
 */
@Repository
class ThrottleBuckets {
  /** Few enough to be deleted within the statement timeout, even on a slow machine. */
  static final int BATCH = 1_000;

  private static final int MOST_BATCHES = 100;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private final SQLExceptionTranslator translator;

  @Autowired
  ThrottleBuckets(DataSource database, SQLExceptionTranslator translator) {
    this(database, translator, TimeMeter.SYSTEM_MILLISECONDS);
  }

  ThrottleBuckets(DataSource database, SQLExceptionTranslator translator, TimeMeter clock) {
    this.translator = translator;
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("throttle_buckets")
            .clientClock(clock)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
            .build();
  }

  /**
   * Takes a token.
   *
   * @return how long until there is one; zero if it was taken
   */
  Duration take(String id, int capacity, Duration period) {
    ConsumptionProbe probe =
        execute(() -> bucket(id, capacity, period).tryConsumeAndReturnRemaining(1));
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  void giveBack(String id, int capacity, Duration period) {
    execute(
        () -> {
          bucket(id, capacity, period).addTokens(1);
          return true;
        });
  }

  private BucketProxy bucket(String id, int capacity, Duration period) {
    return buckets.getProxy(
        id,
        () ->
            BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build());
  }

  /** Deletes the buckets that have become full. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void purge() {
    int batches = 0;
    while (execute(() -> buckets.removeExpired(BATCH)) == BATCH && batches < MOST_BATCHES) {
      batches++;
    }
  }

  private <T> T execute(Supplier<T> statement) {
    try {
      return statement.get();
    } catch (BucketExecutionException exception) {
      if (exception.getCause() instanceof SQLException cause) {
        // Bucket4j rolls back on a broken connection, and that failure hides the cause.
        SQLException known =
            cause.getSQLState() == null
                ? new SQLTransientConnectionException("The connection broke", "08006", cause)
                : cause;
        RuntimeException translated = translator.translate("throttling", null, known);
        throw translated == null
            ? new TransientDataAccessResourceException("throttling", known)
            : translated;
      }
      throw exception;
    }
  }
}
