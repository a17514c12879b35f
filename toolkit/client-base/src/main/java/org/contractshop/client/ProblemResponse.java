package org.contractshop.client;

import java.time.Duration;
import org.contractshop.client.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A response that is not a success.
 *
 * @param request its method and URL
 * @param status the HTTP status
 * @param retryAfter how long the service asked to wait
 * @param idempotencyKey the key that the request carried
 * @param outcomeUnknown whether the request may still have been executed
 */
public record ProblemResponse(
    String request,
    int status,
    Problem problem,
    @Nullable Duration retryAfter,
    @Nullable String idempotencyKey,
    boolean outcomeUnknown) {

  /**
   * For tests of callers: {@code new ForbiddenException(ProblemResponse.of(problem))}.
   *
   * @param problem with a status
   */
  public static ProblemResponse of(Problem problem) {
    int status = problem.getStatus();
    return new ProblemResponse("A request", status, problem, null, null, status >= 500);
  }
}
