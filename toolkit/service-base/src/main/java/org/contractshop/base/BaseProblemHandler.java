package org.contractshop.base;

import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.contractshop.base.Problems.InvalidField;
import org.contractshop.base.admission.OverloadedException;
import org.contractshop.base.telemetry.Span;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns the errors common to all services into problem details: invalid input, the framework's own
 * errors, missing rights, a database or a peer that does not respond, and bugs. A service with
 * exceptions of its own extends it.
 */
public abstract class BaseProblemHandler extends ResponseEntityExceptionHandler {
  static final int RETRY_AFTER_SECONDS = 1;
  private static final Logger log = LoggerFactory.getLogger(BaseProblemHandler.class);

  private final Map<String, String> sentences;

  protected BaseProblemHandler() {
    this(Map.of());
  }

  /**
   * @param sentences the texts of {@code error} for invalid fields on whose wording callers rely
   */
  protected BaseProblemHandler(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  protected final ResponseEntity<Object> answer(ProblemDetail problem) {
    return answer(problem, new HttpHeaders());
  }

  protected final ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
    Span span = Span.current();
    if (span != null) {
      span.failed(Problems.type(problem));
      problem.setProperty(Span.TRACE_ID, span.traceId());
    }
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  protected final ResponseEntity<Object> retryLater(ProblemDetail problem, int retryAfterSeconds) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
    return answer(problem, headers);
  }

  /** For problems that will soon pass. */
  protected final ResponseEntity<Object> retryLater(ProblemDetail problem) {
    return retryLater(problem, RETRY_AFTER_SECONDS);
  }

  protected final ResponseEntity<Object> unavailable(@Nullable String detail) {
    return retryLater(
        Problems.problem(
            HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Service unavailable", detail));
  }

  protected final ResponseEntity<Object> invalidFields(List<InvalidField> fields) {
    InvalidField first = fields.get(0);
    String error = sentences.getOrDefault(first.field(), first.field() + " " + first.message());
    return answer(Problems.invalidFields(error, fields));
  }

  @ExceptionHandler
  ResponseEntity<Object> onAuthentication(AuthenticationException exception) {
    boolean missing = exception instanceof AuthenticationCredentialsNotFoundException;
    HttpHeaders headers = new HttpHeaders();
    headers.set(
        HttpHeaders.WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
    return answer(
        Problems.problem(
            HttpStatus.UNAUTHORIZED,
            "unauthenticated",
            "Unauthenticated",
            missing
                ? "Send a token of POST /auth/login in the header \"Authorization: Bearer\"."
                : "Log in again for a new token.",
            missing ? "No token provided" : "Invalid or expired token"),
        headers);
  }

  /** Tokens cannot be verified yet: the keys are not known. */
  @ExceptionHandler
  ResponseEntity<Object> onUnknownKeys(AuthenticationServiceException exception) {
    log.warn("A token cannot be verified: {}", exception.getMessage());
    return unavailable("The service cannot answer at the moment. Try again soon.");
  }

  @ExceptionHandler
  ResponseEntity<Object> onAccessDenied(AccessDeniedException exception) {
    return answer(
        Problems.problem(
            HttpStatus.FORBIDDEN,
            "forbidden",
            "Forbidden",
            "You do not have permission to do this."));
  }

  @ExceptionHandler
  ResponseEntity<Object> onBodyTooLarge(BodyTooLargeException exception) {
    return answer(
        Problems.problem(
            HttpStatusCode.valueOf(413),
            "payload-too-large",
            "Payload too large",
            exception.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> onInvalidInput(InvalidInputException exception) {
    return invalidFields(List.of(new InvalidField(exception.field(), exception.rule())));
  }

  @ExceptionHandler
  ResponseEntity<Object> onNotFound(NotFoundException exception) {
    return answer(
        Problems.problem(
            HttpStatus.NOT_FOUND,
            exception.kind() + "-not-found",
            StringUtils.capitalize(exception.kind()) + " not found",
            exception.getMessage()));
  }

  /** Bad escapes, nameless parameters, or too many. */
  @ExceptionHandler
  ResponseEntity<Object> onUnreadableQuery(InvalidParameterException exception) {
    return answer(Problems.invalidRequest("The query is malformed"));
  }

  /** A header with bytes that no header may have, at the moment when it is read. */
  @ExceptionHandler
  ResponseEntity<Object> onRejectedHeader(RequestRejectedException exception) {
    return answer(Problems.invalidRequest("A header is malformed"));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> onDatabase(RuntimeException exception) {
    if (Causes.isUnstorableText(exception)) {
      return answer(Problems.invalidRequest("A text contains the character U+0000"));
    }
    // A transaction that cannot begin or end has lost its connection, whatever the driver says.
    if (!(exception instanceof TransactionException) && !Causes.isOutage(exception)) {
      return onBug(exception);
    }
    log.warn("The database does not answer: {}", exception.getMessage());
    return unavailable("The service cannot answer at the moment. Try again soon.");
  }

  /** A 503 that leaves open whether the request was carried out. */
  @ExceptionHandler
  ResponseEntity<Object> onOutcomeUnknown(OutcomeUnknownException exception) {
    log.warn("A commit was not acknowledged: {}", exception.getMessage(), exception);
    return retryLater(Problems.outcomeUnknown());
  }

  @ExceptionHandler
  ResponseEntity<Object> onOverload(OverloadedException exception) {
    return retryLater(Problems.overloaded());
  }

  @ExceptionHandler
  ResponseEntity<Object> onBug(Exception exception) {
    if (PeerFailures.isOutage(exception)) {
      log.warn("A peer does not answer: {}", exception.getMessage());
      return PeerFailures.isOutcomeUnknown(exception)
          ? retryLater(Problems.outcomeUnknown())
          : unavailable("The service cannot answer at the moment. Try again soon.");
    }
    log.error("A request failed because of a bug", exception);
    return answer(
        Problems.problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "Internal error",
            "The service failed. Its operators can find out why in its log."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return invalidFields(InvalidFields.of(exception.getAllErrors()));
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return exception.isForReturnValue()
        ? onBug(exception)
        : invalidFields(InvalidFields.of(exception));
  }

  @ExceptionHandler
  ResponseEntity<Object> onTypeMismatch(MethodArgumentTypeMismatchException exception) {
    String wanted = exception.getParameter().getParameterType().getSimpleName();
    return invalidFields(
        List.of(
            new InvalidField(
                InvalidFields.name(exception.getParameter()),
                switch (wanted) {
                  case "Long", "Integer" -> "must be an integer";
                  case "BigDecimal" -> "must be a number";
                  case "UUID" -> "must be a UUID";
                  default -> "has the wrong type";
                })));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    BodyTooLargeException tooLarge = Causes.find(exception, BodyTooLargeException.class);
    if (tooLarge != null) {
      return onBodyTooLarge(tooLarge);
    }
    if (Causes.find(exception, SlowBodyException.class) != null
        || Causes.find(exception, SocketTimeoutException.class) != null) {
      return answer(StatusProblems.of(HttpStatus.REQUEST_TIMEOUT.value()));
    }
    JacksonException unreadable = Causes.find(exception, JacksonException.class);
    if (unreadable instanceof DatabindException || unreadable instanceof InputCoercionException) {
      String path = InvalidFields.path(unreadable);
      return path.isEmpty()
          ? answer(Problems.invalidRequest("The body must be a JSON object"))
          : invalidFields(List.of(new InvalidField(path, message(unreadable))));
    }
    if (unreadable != null) {
      return answer(Problems.invalidRequest("The body is not valid JSON"));
    }
    return answer(Problems.invalidRequest("A JSON body is required"));
  }

  private static String message(JacksonException exception) {
    return exception instanceof UnrecognizedPropertyException
        ? "is not a known field"
        : "is missing, null or of the wrong type";
  }

  /**
   * Everything else that the framework refuses: unknown paths, wrong methods, wrong media types and
   * so on.
   */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      return onBug(exception);
    }
    HttpHeaders copy = new HttpHeaders();
    copy.putAll(headers);
    return answer(StatusProblems.of(status.value()), copy);
  }
}
