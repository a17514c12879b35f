package org.contractshop.client;

import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the attempts of a call went so far. */
final class Course {
  private final Call call;
  private final Duration total;
  private final Surroundings surroundings;
  private final long start;
  private int attempts;
  private boolean mayBeDone;
  private boolean neverConnected;
  private @Nullable IOException last;

  Course(Call call, Duration total, Surroundings surroundings) {
    this.call = call;
    this.total = total;
    this.surroundings = surroundings;
    this.start = surroundings.nanoTime();
  }

  void begin() {
    attempts++;
    last = null;
  }

  void failed(IOException failure) {
    last = failure;
    neverConnected = Wire.neverConnected(failure);
    mayBeDone |= !neverConnected;
  }

  /** An error after which the request is sent again; behind a 504 it may have been done. */
  void answered() {
    mayBeDone = true;
  }

  /** While it waited for the next attempt. */
  void interrupted() {
    last = new IOException("interrupted");
    neverConnected = false;
  }

  int attempts() {
    return attempts;
  }

  /** Of the last attempt. */
  boolean neverConnected() {
    return neverConnected;
  }

  Duration left() {
    return total.minus(spent());
  }

  NoAnswerException noAnswer() {
    boolean unknown = mayBeDone && !call.reads();
    String verdict =
        unknown
            ? "It is not known whether it was done."
            : call.reads() ? "Nothing was to be changed by it." : "It was not done.";
    return new NoAnswerException(
        "%s got no answer: %d %s in %d ms, %s. %s"
            .formatted(
                call,
                attempts,
                attempts == 1 ? "attempt" : "attempts",
                spent().toMillis(),
                reason(),
                verdict),
        unknown,
        call.idempotencyKey(),
        last);
  }

  private String reason() {
    if (last == null) {
      return "and no time is left";
    }
    if (neverConnected) {
      return last instanceof HttpConnectTimeoutException
          ? "no connection in time"
          : last.getCause() instanceof UnresolvedAddressException
              ? "no such host"
              : "connection refused";
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  private Duration spent() {
    return Duration.ofNanos(surroundings.nanoTime() - start);
  }
}
