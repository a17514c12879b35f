package org.contractshop.user;

import java.util.Map;
import org.contractshop.base.BaseProblemHandler;
import org.contractshop.base.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProblemHandler extends BaseProblemHandler {
  ProblemHandler() {
    super(Map.of());
  }

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
  ResponseEntity<Object> onUserNotFound(UserNotFoundException exception) {
    return answer(
        Problems.problem(
            HttpStatus.NOT_FOUND, "user-not-found", "User not found", exception.getMessage()));
  }
}
