package org.contractshop.order.stock;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.contractshop.base.telemetry.TelemetrySwitch;
import org.contractshop.client.transport.HttpInterceptor;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.TransportRequest;
import org.contractshop.client.transport.TransportResponse;

/** Times every attempt of a call to a peer. */
final class CallMeter implements HttpInterceptor {
  private final String peer;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  /**
   * @param status 0 without a response
   */
  private record Key(String operation, int status) {}

  CallMeter(String peer) {
    this.peer = peer;
  }

  @Override
  public TransportResponse intercept(TransportRequest request, HttpTransport next)
      throws IOException, InterruptedException {
    if (!TelemetrySwitch.isOn()) {
      return next.send(request);
    }
    long start = System.nanoTime();
    int status = 0;
    try {
      TransportResponse response = next.send(request);
      status = response.status();
      return response;
    } finally {
      timers
          .computeIfAbsent(new Key(request.operation(), status), this::timer)
          .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private Timer timer(Key key) {
    return Timer.builder("client.requests")
        .description("Attempts of calls to a peer")
        .tag("peer", peer)
        .tag("operation", key.operation)
        .tag("status", key.status == 0 ? "none" : String.valueOf(key.status))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))
        .register(Metrics.globalRegistry);
  }
}
