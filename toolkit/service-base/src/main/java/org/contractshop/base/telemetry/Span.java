package org.contractshop.base.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A running request or job as part of a trace (W3C Trace Context). Belongs to the threads that work
 * on it.
 */
public final class Span {
  public static final String TRACEPARENT = "traceparent";
  public static final String TRACESTATE = "tracestate";

  /** The key in every log line, and the member of every problem detail. */
  public static final String TRACE_ID = "traceId";

  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;
  private static final int TRACE_START = 3;
  private static final int PARENT_START = 36;
  private static final int FLAGS_START = 53;
  private static final int LENGTH = 55;
  private static final int MOST_STATE = 512;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
  private static final ThreadLocal<@Nullable Span> CURRENT = new ThreadLocal<>();

  private final String traceId;
  private final @Nullable String parentId;
  private final @Nullable String state;
  private final boolean sampled;
  private final long start = System.nanoTime();
  private @Nullable String spanId;
  private String problem = "none";

  private Span(String traceId, @Nullable String parentId, @Nullable String state, boolean sampled) {
    this.traceId = traceId;
    this.parentId = parentId;
    this.state = state;
    this.sampled = sampled;
  }

  /** Continues the trace of the caller, or begins one if the caller has none or a malformed one. */
  public static Span of(@Nullable String traceparent, @Nullable String tracestate) {
    if (traceparent == null || !isValid(traceparent)) {
      return new Span(id(TRACE_DIGITS), null, null, true);
    }
    return new Span(
        traceparent.substring(TRACE_START, TRACE_START + TRACE_DIGITS),
        traceparent.substring(PARENT_START, PARENT_START + SPAN_DIGITS),
        tracestate != null && tracestate.length() <= MOST_STATE ? tracestate : null,
        (Character.digit(traceparent.charAt(FLAGS_START + 1), 16) & 1) == 1);
  }

  private static boolean isValid(String header) {
    boolean versionZero = header.startsWith("00");
    return (versionZero ? header.length() == LENGTH : header.length() >= LENGTH)
        && (header.length() == LENGTH || header.charAt(LENGTH) == '-')
        && isHex(header, 0, 2)
        && !header.startsWith("ff")
        && header.charAt(TRACE_START - 1) == '-'
        && isId(header, TRACE_START, PARENT_START - 1)
        && header.charAt(PARENT_START - 1) == '-'
        && isId(header, PARENT_START, FLAGS_START - 1)
        && header.charAt(FLAGS_START - 1) == '-'
        && isHex(header, FLAGS_START, LENGTH);
  }

  private static boolean isId(String header, int from, int to) {
    boolean zero = true;
    for (int i = from; i < to; i++) {
      zero &= header.charAt(i) == '0';
    }
    return !zero && isHex(header, from, to);
  }

  private static boolean isHex(String header, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = header.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Hexadecimal digits, not all of them 0. Written out, since every request needs them. */
  private static String id(int digits) {
    byte[] id = new byte[digits];
    long random = 0;
    for (int at = 0; at < digits; at++) {
      if (at % SPAN_DIGITS == 0) {
        random = ThreadLocalRandom.current().nextLong() | 1;
      }
      id[at] = DIGITS[(int) (random & 15)];
      random >>>= 4;
    }
    return new String(id, StandardCharsets.ISO_8859_1);
  }

  /** The span of this thread. */
  public static @Nullable Span current() {
    return CURRENT.get();
  }

  /** For a call to another service; null outside of a request. */
  public static @Nullable String currentTraceparent() {
    Span span = CURRENT.get();
    return span == null
        ? null
        : "00-" + span.traceId + "-" + span.spanId() + (span.sampled ? "-01" : "-00");
  }

  /** For a call to another service; null if there is none. */
  public static @Nullable String currentTracestate() {
    Span span = CURRENT.get();
    return span == null ? null : span.state;
  }

  /** Makes it the span of this thread, until {@link #end()}. */
  public void begin() {
    CURRENT.set(this);
    MDC.put(TRACE_ID, traceId);
  }

  public void end() {
    CURRENT.set(null); // the thread serves the next request, and needs the same slot again
    MDC.remove(TRACE_ID);
  }

  /** Work that no request causes; each run has its own trace. */
  public static Runnable inNewTrace(Runnable work) {
    return () -> of(null, null).during(work);
  }

  /** Makes other threads work as part of the trace of the thread that submits the work. */
  public static Executor carried(Executor threads) {
    return work -> {
      Span span = current();
      threads.execute(span == null ? work : () -> span.during(work));
    };
  }

  /** On a thread that has no span. */
  public void during(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  /** Notes that the response is a problem of this type. */
  public void failed(String problemType) {
    problem = problemType;
  }

  /** The type of the problem; {@code none} without one. */
  public String problem() {
    return problem;
  }

  public String traceId() {
    return traceId;
  }

  /** Created on first use, because most never are, by one of the threads at work. */
  synchronized String spanId() {
    String known = spanId;
    if (known == null) {
      known = id(SPAN_DIGITS);
      spanId = known;
    }
    return known;
  }

  @Nullable String parentId() {
    return parentId;
  }

  /** Whether the spans of the trace are exported. */
  public boolean isSampled() {
    return sampled;
  }

  /** The time since it was created. */
  public long nanos() {
    return System.nanoTime() - start;
  }
}
