package org.contractshop.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends a call, as often as that is safe and useful, within its total time. */
final class Attempts {
  private final ClientSettings settings;
  private final Wire wire;
  private final StubCheck stubs;
  private final ProblemAnswers problems;
  private final Surroundings surroundings;

  Attempts(
      ClientSettings settings,
      Wire wire,
      StubCheck stubs,
      ProblemAnswers problems,
      Surroundings surroundings) {
    this.settings = settings;
    this.wire = wire;
    this.stubs = stubs;
    this.problems = problems;
    this.surroundings = surroundings;
  }

  /**
   * @return a success
   * @throws ProblemException for any other answer
   * @throws NoAnswerException without one
   */
  Answer send(Call call) {
    Course course = new Course(call, settings.totalTimeout(), surroundings);
    while (true) {
      Answer answer = attempt(call, course);
      if (answer != null && answer.isSuccess()) {
        return answer;
      }
      Duration wait = course.attempts() > settings.retries() ? null : wait(call, answer, course);
      if (wait == null || wait.compareTo(course.left()) >= 0) {
        throw answer == null ? course.noAnswer() : problems.exception(call, answer);
      }
      if (answer != null) {
        course.answered();
      }
      sleep(wait, course);
    }
  }

  /** Null without an answer. */
  private @Nullable Answer attempt(Call call, Course course) {
    String token = call.withToken() ? Tokens.checked(settings.token().get()) : null;
    Duration left = course.left();
    if (left.isNegative() || left.isZero()) {
      throw course.noAnswer();
    }
    course.begin();
    try {
      Duration time = left.compareTo(settings.readTimeout()) < 0 ? left : settings.readTimeout();
      Answer answer = wire.send(call, token, time);
      stubs.check(answer.headers());
      return answer;
    } catch (BoundedBody.TooLargeException exception) {
      throw new UnreadableAnswerException(
          call + " got an answer " + exception.getMessage(), call.idempotencyKey());
    } catch (IOException exception) {
      course.failed(exception);
      return null;
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      course.failed(new IOException("interrupted"));
      throw course.noAnswer();
    }
  }

  /** Null if it is not to be sent again. */
  private @Nullable Duration wait(Call call, @Nullable Answer answer, Course course) {
    boolean again =
        answer == null
            ? course.neverConnected() || RetryRules.repeatable(call)
            : RetryRules.passing(answer) && RetryRules.repeatable(call);
    if (!again) {
      return null;
    }
    Duration backoff = RetryRules.backoff(course.attempts(), surroundings.random());
    Duration asked =
        answer == null ? null : RetryRules.retryAfter(answer.headers(), surroundings.now());
    return asked == null || asked.compareTo(backoff) < 0 ? backoff : asked;
  }

  private void sleep(Duration wait, Course course) {
    try {
      surroundings.sleep(wait);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      course.interrupted();
      throw course.noAnswer();
    }
  }
}
