package org.contractshop.order;

import java.util.Map;
import org.contractshop.base.BaseProblemHandler;
import org.contractshop.base.Problems;
import org.contractshop.order.stock.StockRefusedException;
import org.contractshop.order.stock.StockUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ProblemHandler extends BaseProblemHandler {
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  ProblemHandler() {
    super(Map.of("items", "items array is required"));
  }

  @ExceptionHandler
  ResponseEntity<Object> onOrderNotFound(OrderNotFoundException exception) {
    return answer(
        Problems.problem(
            HttpStatus.NOT_FOUND, "order-not-found", "Order not found", exception.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> onStockRefused(StockRefusedException exception) {
    long product = exception.productId();
    ProblemDetail problem =
        switch (exception.reason()) {
          case UNKNOWN_PRODUCT ->
              Problems.problem(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "unknown-product",
                  "Unknown product",
                  "There is no product " + product + ".",
                  "Product " + product + " not found");
          case INSUFFICIENT_STOCK ->
              Problems.problem(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "insufficient-stock",
                  "Insufficient stock",
                  "Product " + product + " has fewer pieces in stock than were asked for.",
                  "Insufficient stock for product " + product);
        };
    problem.setProperty("productId", product);
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> onStockUnavailable(StockUnavailableException exception) {
    log.warn("An order could not be placed: {}", exception.getMessage());
    String repeat = " Repeat the request with its Idempotency-Key.";
    return retryLater(
        exception.isTimeout()
            ? Problems.problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "timeout",
                "Upstream timeout",
                "Reserving the stock took too long." + repeat)
            : Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Service unavailable",
                "The stock cannot be reserved at the moment." + repeat),
        RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler
  ResponseEntity<Object> onOrderPending(OrderPendingException exception) {
    return retryLater(
        Problems.problem(
            HttpStatus.CONFLICT, "order-pending", "Order pending", exception.getMessage()),
        RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler
  ResponseEntity<Object> onKeyInProgress(KeyInProgressException exception) {
    return retryLater(
        Problems.problem(
            HttpStatus.CONFLICT,
            "idempotency-key-in-progress",
            "Idempotency key in progress",
            exception.getMessage()),
        RETRY_AFTER_SECONDS);
  }

  @ExceptionHandler
  ResponseEntity<Object> onOrderCancelled(OrderCancelledException exception) {
    return answer(
        Problems.problem(
            HttpStatus.CONFLICT, "order-cancelled", "Order cancelled", exception.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> onKeyReused(KeyReusedException exception) {
    return answer(
        Problems.problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "Idempotency key reused",
            exception.getMessage()));
  }
}
