package org.contractshop.order;

import java.util.Map;
import org.contractshop.base.BaseProblemHandler;
import org.contractshop.base.Problems;
import org.contractshop.order.StockUnavailableException.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProblemHandler extends BaseProblemHandler {
  private static final String REPEAT = " Repeat the request with its Idempotency-Key.";
  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  ProblemHandler() {
    super(Map.of("items", "items array is required"));
  }

  @ExceptionHandler
  ResponseEntity<Object> onOrderRefused(OrderRefusedException exception) {
    long product = exception.refusal().productId();
    return answer(
        switch (exception.refusal().reason()) {
          case UNKNOWN_PRODUCT -> Problems.unknownProduct(product);
          case INSUFFICIENT_STOCK ->
              Problems.insufficientStock(product, "Insufficient stock for product " + product);
        });
  }

  @ExceptionHandler
  ResponseEntity<Object> onStockUnavailable(StockUnavailableException exception) {
    if (exception.effect() != Effect.NONE) { // may be very many, with nothing to investigate
      log.warn("An order could not be placed: {}", exception.getMessage());
    }
    return switch (exception.effect()) {
      case NONE ->
          unavailable(
              "The stock cannot be reserved at the moment. Nothing was done. Try again soon.");
      case UNKNOWN -> unavailable("The stock cannot be reserved at the moment." + REPEAT);
      case TIMED_OUT ->
          retryLater(
              Problems.problem(
                  HttpStatus.GATEWAY_TIMEOUT,
                  "timeout",
                  "Upstream timeout",
                  "Reserving the stock took too long." + REPEAT));
    };
  }

  @ExceptionHandler
  ResponseEntity<Object> onConflict(OrderConflictException exception) {
    String detail = exception.getMessage();
    return switch (exception.kind()) {
      case ORDER_PENDING ->
          retryLater(
              Problems.problem(HttpStatus.CONFLICT, "order-pending", "Order pending", detail));
      case KEY_IN_PROGRESS -> retryLater(Problems.keyInProgress(detail));
      case ORDER_CANCELLED ->
          answer(
              Problems.problem(HttpStatus.CONFLICT, "order-cancelled", "Order cancelled", detail));
      case KEY_REUSED -> answer(Problems.keyReused(detail));
    };
  }
}
