package org.contractshop.base.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to an OpenTelemetry collector, in batches, from a separate thread. If the collector
 * is slow or down, spans are dropped.
 */
final class OtlpSpanExport implements SpanExport, AutoCloseable {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> PROBLEM = AttributeKey.stringKey("error.type");
  private static final int SERVER_ERRORS = 500;

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * @param endpoint of the collector, such as {@code http://localhost:4318}
   */
  OtlpSpanExport(String endpoint, String service) {
    provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    io.opentelemetry.api.common.Attributes.of(
                        AttributeKey.stringKey("service.name"), service)))
            .setIdGenerator(new KnownIds())
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces").build())
                    .build())
            .build();
    tracer = provider.get("org.contractshop");
  }

  @Override
  public void ended(Span span, String operation, int status) {
    Instant now = Instant.now();
    long end = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    SpanBuilder builder =
        tracer
            .spanBuilder(operation)
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(end - span.nanos(), TimeUnit.NANOSECONDS)
            .setAttribute(STATUS, (long) status);
    String parent = span.parentId();
    if (parent == null) {
      builder.setNoParent();
    } else {
      TraceFlags flags = span.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
      SpanContext context =
          SpanContext.createFromRemoteParent(
              span.traceId(), parent, flags, TraceState.getDefault());
      builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(context)));
    }
    if (status >= SERVER_ERRORS) {
      builder.setAttribute(PROBLEM, span.problem());
    }
    io.opentelemetry.api.trace.Span exported = builder.startSpan();
    if (status >= SERVER_ERRORS) {
      exported.setStatus(StatusCode.ERROR);
    }
    exported.end(end, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    provider.close();
  }

  /** The ids were chosen when the request arrived; they are those of this thread's span. */
  private static final class KnownIds implements IdGenerator {
    @Override
    public String generateSpanId() {
      return Objects.requireNonNull(Span.current()).spanId();
    }

    @Override
    public String generateTraceId() {
      return Objects.requireNonNull(Span.current()).traceId();
    }
  }
}
