package org.contractshop.product;

import java.util.Map;
import java.util.UUID;
import org.contractshop.base.BaseProblemHandler;
import org.contractshop.base.Problems;
import org.contractshop.product.read.ReadTimeoutException;
import org.contractshop.product.reservation.ReservationOutcome;
import org.contractshop.product.reservation.ReservationTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProblemHandler extends BaseProblemHandler {
  ProblemHandler() {
    super(Map.of("decrement", "decrement must be a positive integer"));
  }

  @ExceptionHandler
  ResponseEntity<Object> onInsufficientStock(InsufficientStockException exception) {
    return answer(Problems.insufficientStock(exception.productId(), "Insufficient stock"));
  }

  @ExceptionHandler
  ResponseEntity<Object> onReservationRefused(ReservationRefusedException exception) {
    return answer(problem(exception.reservationId(), exception.outcome()));
  }

  @ExceptionHandler
  ResponseEntity<Object> onReservationTimeout(ReservationTimeoutException exception) {
    return exception.isOutcomeUnknown()
        ? retryLater(Problems.outcomeUnknown())
        : unavailable(exception.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> onReadTimeout(ReadTimeoutException exception) {
    return unavailable(exception.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> onKeyInProgress(KeyInProgressException exception) {
    return retryLater(Problems.keyInProgress(exception.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> onKeyReused(KeyReusedException exception) {
    return answer(Problems.keyReused(exception.getMessage()));
  }

  private static ProblemDetail problem(UUID id, ReservationOutcome outcome) {
    if (outcome instanceof ReservationOutcome.Refused refused) {
      long product = refused.refusal().productId();
      return switch (refused.refusal().reason()) {
        case INSUFFICIENT_STOCK ->
            Problems.insufficientStock(product, "Insufficient stock for product " + product);
        case UNKNOWN_PRODUCT -> Problems.unknownProduct(product);
      };
    }
    return outcome instanceof ReservationOutcome.Released
        ? Problems.problem(
            HttpStatus.CONFLICT,
            "reservation-released",
            "Reservation released",
            "Reservation " + id + " was released and cannot be made again.")
        : Problems.problem(
            HttpStatus.CONFLICT,
            "reservation-conflict",
            "Reservation conflict",
            "Reservation " + id + " was requested before with other lines.");
  }
}
