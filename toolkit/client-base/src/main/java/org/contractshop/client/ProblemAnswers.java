package org.contractshop.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.contractshop.client.model.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns error answers into exceptions. */
final class ProblemAnswers {
  /** RFC 9457, section 4.2.1. */
  private static final String NO_TYPE = "about:blank";

  private final JsonMapper json;
  private final Map<String, Function<ErrorAnswer, ProblemException>> exceptions;
  private final Surroundings surroundings;

  /**
   * @param own the exceptions of a service's own problem types
   */
  ProblemAnswers(
      JsonMapper json,
      Map<String, Function<ErrorAnswer, ProblemException>> own,
      Surroundings surroundings) {
    this.json = json;
    this.exceptions = new HashMap<>(CommonProblems.EXCEPTIONS);
    this.exceptions.putAll(own);
    this.surroundings = surroundings;
  }

  ProblemException exception(Call call, Answer answer) {
    Problem problem = problem(answer);
    return exceptions
        .getOrDefault(problem.getType(), ProblemException::new)
        .apply(
            new ErrorAnswer(
                call.toString(),
                answer.status(),
                problem,
                RetryRules.retryAfter(answer.headers(), surroundings.now()),
                call.idempotencyKey()));
  }

  private Problem problem(Answer answer) {
    Problem read = read(answer.body());
    Problem problem = read == null ? new Problem() : read;
    HttpStatus status = HttpStatus.resolve(answer.status());
    String title = status == null ? "Status " + answer.status() : status.getReasonPhrase();
    problem.setType(Objects.requireNonNullElse(problem.getType(), NO_TYPE));
    problem.setTitle(Objects.requireNonNullElse(problem.getTitle(), title));
    problem.setStatus(Objects.requireNonNullElse(problem.getStatus(), answer.status()));
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
