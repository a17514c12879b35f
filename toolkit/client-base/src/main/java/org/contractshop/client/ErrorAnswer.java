package org.contractshop.client;

import java.time.Duration;
import org.contractshop.client.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered instead of success.
 *
 * @param request its method and URL
 * @param status the HTTP status
 * @param retryAfter how long the service asked to wait
 * @param idempotencyKey the key that the request carried
 */
public record ErrorAnswer(
    String request,
    int status,
    Problem problem,
    @Nullable Duration retryAfter,
    @Nullable String idempotencyKey) {

  /**
   * For tests of callers: {@code new ForbiddenException(ErrorAnswer.of(problem))}.
   *
   * @param problem with a status
   */
  public static ErrorAnswer of(Problem problem) {
    return new ErrorAnswer("A request", problem.getStatus(), problem, null, null);
  }
}
