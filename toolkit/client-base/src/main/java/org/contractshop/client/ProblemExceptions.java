package org.contractshop.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.contractshop.client.model.Problem;
import org.contractshop.client.transport.TransportResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns error responses into exceptions. */
final class ProblemExceptions {
  /** RFC 9457, section 4.2.1. */
  private static final String NO_TYPE = "about:blank";

  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final JsonMapper json;
  private final Map<String, Function<ProblemResponse, ProblemException>> exceptions;
  private final ClientClock clock;

  /**
   * @param own the exceptions for the service's own problem types
   */
  ProblemExceptions(
      JsonMapper json,
      Map<String, Function<ProblemResponse, ProblemException>> own,
      ClientClock clock) {
    this.json = json;
    this.exceptions = new HashMap<>(CommonProblems.EXCEPTIONS);
    this.exceptions.putAll(own);
    this.clock = clock;
  }

  ProblemException exception(Call call, TransportResponse response, CallState state) {
    Problem problem = problem(response);
    return exceptions
        .getOrDefault(problem.getType(), ProblemException::new)
        .apply(
            new ProblemResponse(
                call.toString(),
                response.status(),
                problem,
                RetryPolicy.retryAfter(response.headers(), clock.now()),
                call.idempotencyKey(),
                state.outcomeUnknown(mayBeExecuted(response.status()))));
  }

  /** A proxy can respond with a redirect or a 5xx although the service executed the request. */
  private static boolean mayBeExecuted(int status) {
    return status < FIRST_CLIENT_ERROR || (status >= FIRST_SERVER_ERROR && status != 501);
  }

  private Problem problem(TransportResponse response) {
    Problem read = read(response.body());
    Problem problem = read == null ? new Problem() : read;
    HttpStatus status = HttpStatus.resolve(response.status());
    String title = status == null ? "Status " + response.status() : status.getReasonPhrase();
    problem.setType(Objects.requireNonNullElse(problem.getType(), NO_TYPE));
    problem.setTitle(Objects.requireNonNullElse(problem.getTitle(), title));
    problem.setStatus(Objects.requireNonNullElse(problem.getStatus(), response.status()));
    problem.setDetail(Objects.requireNonNullElse(problem.getDetail(), problem.getTitle()));
    problem.setError(Objects.requireNonNullElse(problem.getError(), problem.getTitle()));
    return problem;
  }

  private @Nullable Problem read(byte[] body) {
    try {
      return json.readValue(body, Problem.class);
    } catch (JacksonException exception) {
      return null;
    }
  }
}
