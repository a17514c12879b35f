package org.contractshop.client;

import java.io.IOException;
import java.time.Duration;
import org.contractshop.client.transport.ConnectionFailedException;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.ResponseTooLargeException;
import org.contractshop.client.transport.TransportRequest;
import org.contractshop.client.transport.TransportResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Sends a call, with retries as long as they are safe and useful, within its total time. */
final class RetryLoop {
  private static final int UNAUTHENTICATED = 401;

  private final ClientSettings settings;
  private final HttpTransport transport;
  private final ClientIdentity identity;
  private final StubCheck stubs;
  private final ProblemExceptions problems;
  private final ClientClock clock;

  RetryLoop(
      ClientSettings settings,
      ClientIdentity identity,
      ProblemExceptions problems,
      ClientClock clock) {
    this.settings = settings;
    this.transport = settings.interceptedTransport(identity.client());
    this.identity = identity;
    this.stubs = new StubCheck(identity);
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * @return a success
   * @throws ProblemException for any other response
   * @throws NoResponseException without one
   */
  TransportResponse send(Call call) {
    settings.retryPolicy.called();
    CallState state = new CallState(call, totalTime(), clock);
    while (true) {
      TransportResponse response = attempt(call, state);
      if (response != null && response.isSuccess()) {
        return response;
      }
      Duration wait =
          state.attempts() > settings.retryPolicy.retries() ? null : wait(call, response, state);
      if (wait == null || wait.compareTo(state.left()) >= 0 || !settings.retryPolicy.tryRetry()) {
        throw response == null ? state.noResponse() : problems.exception(call, response, state);
      }
      if (response != null) {
        state.receivedError();
      }
      sleep(wait, state);
    }
  }

  private Duration totalTime() {
    Duration total = settings.totalTimeout;
    Duration scope = Deadline.current().map(Deadline::remaining).orElse(total);
    return scope.compareTo(total) < 0 ? scope : total;
  }

  /** Null without a response. */
  private @Nullable TransportResponse attempt(Call call, CallState state) {
    String token = call.withToken() ? BearerTokens.checked(settings.token.get()) : null;
    Duration left = state.left();
    if (left.isNegative() || left.isZero()) {
      throw state.noResponse();
    }
    state.begin();
    try {
      Duration time = left.compareTo(settings.readTimeout) < 0 ? left : settings.readTimeout;
      TransportResponse response = transport.send(request(call, token, time));
      stubs.check(response.headers());
      if (token != null && response.status() == UNAUTHENTICATED) {
        settings.token.rejected(token);
      }
      return response;
    } catch (ResponseTooLargeException exception) {
      throw new InvalidResponseException(
          call + " got a response " + exception.getMessage(),
          state.outcomeUnknown(true),
          call.idempotencyKey());
    } catch (IOException exception) {
      state.failed(exception);
      return null;
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      state.failed(new CallState.InterruptedCall());
      throw state.noResponse();
    }
  }

  private TransportRequest request(Call call, @Nullable String token, Duration time) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(call.headers());
    settings.addHeaders(headers);
    headers.set(HttpHeaders.USER_AGENT, identity.userAgent());
    headers.set(Deadline.HEADER, Long.toString(Math.max(1, time.toMillis())));
    if (token != null) {
      headers.setBearerAuth(token);
    }
    return new TransportRequest(
        call.operation(),
        call.method(),
        call.uri(),
        headers,
        call.body(),
        time,
        settings.maxResponseBytes);
  }

  /** Null if it is not to be sent again. */
  private @Nullable Duration wait(
      Call call, @Nullable TransportResponse response, CallState state) {
    ConnectionFailedException noConnection = state.connectionFailure();
    boolean again =
        noConnection != null
            ? noConnection.isTransient()
            : RetryPolicy.repeatable(call)
                && (response == null || RetryPolicy.isTransient(response));
    if (!again || state.connectionWasStale()) {
      return again ? Duration.ZERO : null;
    }
    Duration backoff = settings.retryPolicy.backoff(state.attempts(), clock.jitter());
    Duration asked =
        response == null ? null : RetryPolicy.retryAfter(response.headers(), clock.now());
    return asked == null || asked.compareTo(backoff) < 0 ? backoff : asked;
  }

  private void sleep(Duration wait, CallState state) {
    try {
      clock.sleep(wait);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      state.interrupted();
      throw state.noResponse();
    }
  }
}
