package org.contractshop.client;

import java.time.Duration;
import java.util.Optional;
import org.contractshop.client.model.Problem;

/**
 * The service answered an error. Each problem type that its spec knows has a subclass; an error of
 * any other type is of this class itself.
 */
public class ProblemException extends ClientException {
  private final ErrorAnswer answer;

  public ProblemException(ErrorAnswer answer) {
    super(message(answer), answer.idempotencyKey(), null);
    this.answer = answer;
  }

  /**
   * The body (RFC 9457). If it was none, such as the HTML page of a proxy, its type is {@code
   * about:blank}.
   */
  public final Problem problem() {
    return answer.problem();
  }

  /** The HTTP status, from 100 to 599 but not 2xx. */
  public final int status() {
    return answer.status();
  }

  /** How long the service asked to wait before a repetition (RFC 9110, section 10.2.3). */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.retryAfter());
  }

  private static String message(ErrorAnswer answer) {
    Problem problem = answer.problem();
    return "%s answered %d %s: %s"
        .formatted(answer.request(), answer.status(), problem.getType(), problem.getDetail());
  }
}
