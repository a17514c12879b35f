package org.contractshop.client;

import java.time.Duration;
import java.util.Optional;
import org.contractshop.client.model.Problem;

/**
 * The service responded with an error. Each problem type in its spec has a subclass; errors of any
 * other type use this class itself.
 */
public class ProblemException extends ClientException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemResponse response;

  public ProblemException(ProblemResponse response) {
    super(message(response), response.outcomeUnknown(), response.idempotencyKey(), null);
    this.response = response;
  }

  /**
   * The body (RFC 9457). If it was not a problem, such as the HTML page of a proxy, its type is
   * {@code about:blank}.
   */
  public final Problem problem() {
    return response.problem();
  }

  /** The HTTP status, from 100 to 599 but not 2xx. */
  public final int status() {
    return response.status();
  }

  /** How long the service asked to wait before a retry (RFC 9110, section 10.2.3). */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(response.retryAfter());
  }

  private static String message(ProblemResponse response) {
    Problem problem = response.problem();
    return "%s failed with %d %s: %s"
        .formatted(response.request(), response.status(), problem.getType(), problem.getDetail());
  }
}
