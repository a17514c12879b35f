package org.contractshop.base;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) with the members that {@code common.yaml} promises. */
public final class Problems {
  /** For problems that are written outside of Spring MVC. */
  static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();

  private static final String TYPE_PREFIX = "urn:problem-type:";

  private Problems() {}

  /** An invalid field of a request; {@code InvalidField} in {@code common.yaml}. */
  public record InvalidField(String field, String message) {}

  /**
   * @param type the last part of the problem type, such as {@code product-not-found}
   * @param title the same for every problem of the type
   * @param detail what happened this time
   * @param error a short sentence for people; callers of the first version of the system rely on it
   */
  public static ProblemDetail problem(
      HttpStatusCode status, String type, String title, @Nullable String detail, String error) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE_PREFIX + type));
    problem.setTitle(title);
    problem.setProperty("error", error);
    return problem;
  }

  /** The last part of its type. */
  static String type(ProblemDetail problem) {
    return String.valueOf(problem.getType()).replace(TYPE_PREFIX, "");
  }

  /** A problem whose title says enough for people too. */
  public static ProblemDetail problem(
      HttpStatusCode status, String type, String title, @Nullable String detail) {
    return problem(status, type, title, detail, title);
  }

  /** A 503 for a request that was not carried out. */
  static ProblemDetail overloaded() {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "Service unavailable",
        "The service has more to do than it can. Nothing was done. Try again soon.");
  }

  /** A 503 for a request that may or may not have been carried out. */
  public static ProblemDetail outcomeUnknown() {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "outcome-unknown",
        "Outcome unknown",
        "The request may have been carried out. Repeat it with the same Idempotency-Key to find"
            + " out; without one, look at the current state before you repeat it.");
  }

  public static ProblemDetail unknownProduct(long id) {
    ProblemDetail problem =
        problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "unknown-product",
            "Unknown product",
            "There is no product " + id + ".",
            "Product " + id + " not found");
    problem.setProperty("productId", id);
    return problem;
  }

  public static ProblemDetail insufficientStock(long productId, String error) {
    ProblemDetail problem =
        problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "insufficient-stock",
            "Insufficient stock",
            "Product " + productId + " has fewer pieces in stock than were asked for.",
            error);
    problem.setProperty("productId", productId);
    return problem;
  }

  public static ProblemDetail keyReused(@Nullable String detail) {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "idempotency-key-reused",
        "Idempotency key reused",
        detail);
  }

  public static ProblemDetail keyInProgress(@Nullable String detail) {
    return problem(
        HttpStatus.CONFLICT, "idempotency-key-in-progress", "Idempotency key in progress", detail);
  }

  /** A 400 because of the request as a whole. */
  public static ProblemDetail invalidRequest(String error) {
    return problem(
        HttpStatusCode.valueOf(400), "invalid-request", "Invalid request", error + ".", error);
  }

  /** A 400 because of fields. */
  public static ProblemDetail invalidFields(String error, List<InvalidField> fields) {
    InvalidField first = fields.get(0);
    ProblemDetail problem =
        problem(
            HttpStatusCode.valueOf(400),
            "invalid-request",
            "Invalid request",
            first.field() + " " + first.message() + ".",
            error);
    problem.setProperty("fields", fields);
    return problem;
  }
}
