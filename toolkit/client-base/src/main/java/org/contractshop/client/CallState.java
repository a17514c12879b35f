package org.contractshop.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.contractshop.client.NoResponseException.Reason;
import org.contractshop.client.transport.ConnectionFailedException;
import org.contractshop.client.transport.StaleConnectionException;
import org.jspecify.annotations.Nullable;

/** The outcomes of a call's attempts so far. */
final class CallState {
  private final Call call;
  private final Duration total;
  private final ClientClock clock;
  private final long start;
  private int attempts;
  private boolean mayBeExecuted;
  private @Nullable IOException last;

  CallState(Call call, Duration total, ClientClock clock) {
    this.call = call;
    this.total = total;
    this.clock = clock;
    this.start = clock.nanoTime();
  }

  void begin() {
    attempts++;
    last = null;
  }

  void failed(IOException failure) {
    last = failure;
    mayBeExecuted |= !(failure instanceof ConnectionFailedException);
  }

  /** An error after which the request is sent again; after a 504 it may have been executed. */
  void receivedError() {
    mayBeExecuted = true;
  }

  /** While it waited for the next attempt. */
  void interrupted() {
    last = new InterruptedCall();
  }

  int attempts() {
    return attempts;
  }

  /** The failure of the last attempt, if it failed to connect. */
  @Nullable ConnectionFailedException connectionFailure() {
    return last instanceof ConnectionFailedException failure ? failure : null;
  }

  /** Whether another connection can help at once. */
  boolean connectionWasStale() {
    return last instanceof StaleConnectionException;
  }

  Duration left() {
    return total.minus(spent());
  }

  /**
   * @param byLast whether the last attempt may have been executed
   */
  boolean outcomeUnknown(boolean byLast) {
    return (mayBeExecuted || byLast) && !call.reads();
  }

  NoResponseException noResponse() {
    boolean unknown = outcomeUnknown(false);
    String outcome =
        unknown
            ? "It is not known whether it was executed."
            : call.reads() ? "It changes nothing." : "It was not executed.";
    return new NoResponseException(
        "%s got no response: %d %s in %d ms, %s. %s"
            .formatted(
                call,
                attempts,
                attempts == 1 ? "attempt" : "attempts",
                spent().toMillis(),
                text(),
                outcome),
        reason(),
        unknown,
        call.idempotencyKey(),
        last);
  }

  private Reason reason() {
    if (last instanceof ConnectionFailedException failure) {
      return switch (failure.reason()) {
        case REFUSED -> Reason.CONNECTION_REFUSED;
        case TIMED_OUT -> Reason.CONNECT_TIMED_OUT;
        case UNKNOWN_HOST -> Reason.UNKNOWN_HOST;
        case TLS -> Reason.TLS;
      };
    }
    if (last instanceof InterruptedCall) {
      return Reason.INTERRUPTED;
    }
    return last == null
            || last instanceof HttpTimeoutException
            || last instanceof SocketTimeoutException
        ? Reason.TIMED_OUT
        : Reason.CONNECTION_LOST;
  }

  private String text() {
    if (last == null) {
      return "and no time is left";
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  private Duration spent() {
    return Duration.ofNanos(clock.nanoTime() - start);
  }

  static final class InterruptedCall extends IOException {
    private static final long serialVersionUID = 1L;

    InterruptedCall() {
      super("interrupted");
    }
  }
}
