package org.contractshop.base.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys that another service publishes. They are fetched only periodically, in the
 * background: no token, whatever key it names, causes a request. If they cannot be fetched, the
 * last ones stay in use; a copy on disk is used for a start at such a time.
 */
final class PublishedKeys implements JWKSource<SecurityContext>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PublishedKeys.class);
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int MOST_BYTES = 64 * 1024;

  /** The refresh interval as long as there are no keys at all. */
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final URL url;
  private final @Nullable KeyCopy copy;
  private final Duration refresh;
  private final CountDownLatch known = new CountDownLatch(1);
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "published-keys");
            thread.setDaemon(true);
            return thread;
          });
  private volatile JWKSet keys = new JWKSet();
  private boolean failing;

  PublishedKeys(URL url, @Nullable KeyCopy copy, Duration refresh) {
    this.url = url;
    this.copy = copy;
    this.refresh = refresh;
    if (copy != null) {
      use(copy.read());
    }
    worker.execute(this::fetch);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    if (keys.isEmpty()) {
      awaitKeys();
    }
    return selector.select(keys);
  }

  private void awaitKeys() throws KeySourceException {
    try {
      if (!known.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new KeySourceException("The keys at " + url + " are not known yet");
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new KeySourceException("Interrupted", exception);
    }
  }

  private void fetch() {
    Duration next = refresh;
    try {
      JWKSet fetched =
          JWKSet.load(url, TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES).toPublicJWKSet();
      if (fetched.isEmpty()) {
        throw new IOException("There are none");
      }
      if (copy != null && !fetched.equals(keys)) {
        copy.write(fetched);
      }
      use(fetched);
      if (failing) {
        log.info("The keys at {} are fetched again", url);
      }
      failing = false;
    } catch (IOException | ParseException | RuntimeException exception) {
      if (!failing) {
        log.warn("The keys at {} cannot be fetched: {}", url, exception.getMessage());
      }
      failing = true;
      next = keys.isEmpty() ? FIRST_RETRY : RETRY;
    }
    worker.schedule(
        this::fetch, Math.min(next.toMillis(), refresh.toMillis()), TimeUnit.MILLISECONDS);
  }

  private void use(JWKSet found) {
    keys = found;
    if (!found.isEmpty()) {
      known.countDown();
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
