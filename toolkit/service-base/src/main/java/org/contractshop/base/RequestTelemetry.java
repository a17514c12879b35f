package org.contractshop.base;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.contractshop.base.telemetry.Span;
import org.contractshop.base.telemetry.SpanExport;
import org.contractshop.base.telemetry.TelemetrySwitch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Times every request, and makes it part of its caller's trace. It is the first filter, so that it
 * also sees what the others refuse. Costs about a microsecond.
 */
final class RequestTelemetry implements Filter, ApplicationListener<ApplicationReadyEvent> {
  private static final Duration[] BUCKETS =
      Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);
  private static final long ONE_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Logger log = LoggerFactory.getLogger(RequestTelemetry.class);

  private final Operations operations;
  private final MeterRegistry registry;
  private final SpanExport export;
  private final long slowNanos;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicLong lastSlow = new AtomicLong(System.nanoTime() - ONE_SECOND);

  /** Earlier requests are those of the warm-up. */
  private volatile boolean ready;

  /** Has handwritten methods: the generated ones are slow without the optimizing compiler. */
  private record Key(String method, String path, int status, String problem) {
    @Override
    public int hashCode() {
      return (path.hashCode() * 31 + method.hashCode()) * 31 + status;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && status == key.status
          && path.equals(key.path)
          && method.equals(key.method)
          && problem.equals(key.problem);
    }
  }

  /**
   * @param slow requests that take longer are logged
   */
  RequestTelemetry(
      Operations operations, MeterRegistry registry, SpanExport export, Duration slow) {
    this.operations = operations;
    this.registry = registry;
    this.export = export;
    this.slowNanos = slow.toNanos();
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    ready = true;
  }

  @Override
  public void doFilter(ServletRequest sent, ServletResponse received, FilterChain chain)
      throws IOException, ServletException {
    if (!TelemetrySwitch.isOn()) {
      chain.doFilter(sent, received);
      return;
    }
    HttpServletRequest request = (HttpServletRequest) sent;
    String parent = single(request, Span.TRACEPARENT);
    Span span = Span.of(parent, parent == null ? null : request.getHeader(Span.TRACESTATE));
    span.begin();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(sent, received);
      status = ((HttpServletResponse) received).getStatus();
    } finally {
      if (status >= HttpServletResponse.SC_BAD_REQUEST) {
        request.setAttribute(Span.TRACE_ID, span.traceId()); // for the ProblemValve
      }
      if (ready) {
        ended(span, request, status);
      }
      span.end();
    }
  }

  private void ended(Span span, HttpServletRequest request, int status) {
    Operation operation = operations.operation(request);
    // Paths that callers make up must not each become a meter.
    String method = operation == null ? "other" : operation.method();
    String path = operation == null ? "other" : operation.path();
    long nanos = span.nanos();
    Key key = new Key(method, path, status, span.problem());
    Timer timer = timers.get(key); // computeIfAbsent would lock
    if (timer == null) {
      timer = timers.computeIfAbsent(key, this::timer);
    }
    timer.record(nanos, TimeUnit.NANOSECONDS);
    if (span.isSampled() && export != SpanExport.NONE) {
      export.ended(span, method + " " + path, status);
    }
    if (nanos > slowNanos) {
      slow(method + " " + path, nanos, status);
    }
  }

  /** At most one per second, so as not to make an overload worse. */
  private void slow(String operation, long nanos, int status) {
    long now = System.nanoTime();
    long last = lastSlow.get();
    if (now - last >= ONE_SECOND && lastSlow.compareAndSet(last, now)) {
      log.warn(
          "{} took {} ms (status {})", operation, TimeUnit.NANOSECONDS.toMillis(nanos), status);
    }
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("Requests, by operation, status and the type of the problem")
        .tag("method", key.method)
        .tag("uri", key.path)
        .tag("status", String.valueOf(key.status))
        .tag("problem", key.problem)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** According to W3C Trace Context, two of them count as none. */
  private static @Nullable String single(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    if (value == null) {
      return null;
    }
    Enumeration<String> values = request.getHeaders(name);
    values.nextElement();
    return values.hasMoreElements() ? null : value;
  }
}
