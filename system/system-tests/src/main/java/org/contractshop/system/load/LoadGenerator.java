package org.contractshop.system.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends many requests from one thread, so that it uses as little as possible of the processors that
 * it shares with the services.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final int MOST_OF_A_POOL = 100;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              // Only a busy machine blocks the thread, and the latencies show it.
              .setBlockedThreadCheckInterval(TimeUnit.HOURS.toMillis(1)));

  /** Several, because a pool searches all its connections for a free one. */
  private final List<HttpClientAgent> pools = new ArrayList<>();

  /**
   * @param connections the maximum to one service
   */
  public LoadGenerator(int connections) {
    int size = Math.min(connections, MOST_OF_A_POOL);
    for (int pooled = 0; pooled < connections; pooled += size) {
      pools.add(
          vertx.createHttpClient(
              new HttpClientOptions().setKeepAliveTimeout(0),
              new PoolOptions().setHttp1MaxSize(size)));
    }
  }

  /** Each caller sends its next request when it has the response to the one before. */
  public Tally closedLoop(int callers, Duration duration, Requests requests) {
    return run(
        load -> {
          long end = System.nanoTime() + duration.toNanos();
          for (int caller = 0; caller < callers; caller++) {
            load.call(requests, () -> System.nanoTime() < end);
          }
        });
  }

  /** Sends all requests at the same time. */
  public Tally burst(int count, Requests requests) {
    return run(
        load -> {
          for (int caller = 0; caller < count; caller++) {
            load.call(requests, () -> false);
          }
        });
  }

  /**
   * Sends at a fixed rate, whatever the responses: customers do not wait for each other. Latencies
   * count from the time at which a request was due.
   */
  public Tally openLoop(int perSecond, Duration duration, Requests requests) {
    long total = perSecond * duration.toMillis() / 1_000;
    return run(
        load -> {
          long start = System.nanoTime();
          load.open++;
          vertx.setPeriodic(
              1,
              timer -> {
                double seconds = (System.nanoTime() - start) / 1e9;
                while (load.sent < Math.min(total, seconds * perSecond)) {
                  long due = start + (long) (load.sent * 1e9 / perSecond);
                  load.send(requests, due).onComplete(any -> {});
                }
                if (load.sent >= total) {
                  vertx.cancelTimer(timer);
                  load.closed();
                }
              });
        });
  }

  private Tally run(Consumer<Load> start) {
    CompletableFuture<Tally> end = new CompletableFuture<>();
    vertx.runOnContext(any -> start.accept(new Load(end)));
    return end.join();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One load. Only its one thread uses it. */
  private final class Load {
    private final CompletableFuture<Tally> end;
    private final Tally tally = new Tally();
    private long sent;
    private long open;

    Load(CompletableFuture<Tally> end) {
      this.end = end;
    }

    void call(Requests requests, BooleanSupplier goOn) {
      open++;
      send(requests, System.nanoTime())
          .onComplete(
              any -> {
                if (goOn.getAsBoolean()) {
                  call(requests, goOn);
                }
                closed();
              });
    }

    Future<?> send(Requests requests, long due) {
      open++;
      HttpClientAgent http = pools.get((int) (sent % pools.size()));
      Request request = requests.next(sent++);
      return http.request(request.options())
          .compose(started -> send(started, request))
          .compose(response -> response.body().map(body -> response))
          .onComplete(
              response -> {
                if (response.succeeded()) {
                  HttpClientResponse head = response.result();
                  boolean retryAfter = head.getHeader("Retry-After") != null;
                  tally.add(head.statusCode(), retryAfter, System.nanoTime() - due);
                } else {
                  tally.lost(response.cause());
                }
                closed();
              });
    }

    private Future<HttpClientResponse> send(HttpClientRequest started, Request request) {
      return request.body() == null ? started.send() : started.send(request.body());
    }

    void closed() {
      open--;
      if (open == 0) {
        end.complete(tally);
      }
    }
  }
}
