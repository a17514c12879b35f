package org.contractshop.user;

import org.contractshop.base.BaseProblemHandler;
import org.contractshop.base.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProblemHandler extends BaseProblemHandler {
  @ExceptionHandler
  ResponseEntity<Object> onEmailTaken(EmailTakenException exception) {
    return answer(
        Problems.problem(
            HttpStatus.CONFLICT,
            "email-taken",
            "E-mail address taken",
            "A user with this e-mail address exists. Log in, or use another address.",
            "Email already registered"));
  }

  @ExceptionHandler
  ResponseEntity<Object> onInvalidCredentials(InvalidCredentialsException exception) {
    return answer(
        Problems.problem(
            HttpStatus.UNAUTHORIZED,
            "invalid-credentials",
            "Invalid credentials",
            "The e-mail address or the password is wrong."));
  }

  @ExceptionHandler
  ResponseEntity<Object> onTooManyRequests(TooManyRequestsException exception) {
    long seconds = exception.untilNextAttempt().plusMillis(999).toSeconds();
    return retryLater(
        Problems.problem(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests",
            "There were too many attempts. Nothing was done. Try again after Retry-After."),
        (int) Math.max(1, seconds));
  }
}
