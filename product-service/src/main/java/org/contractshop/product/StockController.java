package org.contractshop.product;

import java.time.Duration;
import java.util.UUID;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.product.api.StockApi;
import org.contractshop.product.api.model.DecrementStockRequest;
import org.contractshop.product.api.model.ProductResponse;
import org.contractshop.product.api.model.ReserveStockRequest;
import org.contractshop.product.api.model.StockReservationLine;
import org.contractshop.product.api.model.StockReservationResponse;
import org.contractshop.product.reservation.ReservationLine;
import org.contractshop.product.reservation.ReservationOutcome;
import org.contractshop.product.reservation.ReservationRequest;
import org.contractshop.product.reservation.StockReservation;
import org.contractshop.product.reservation.StockReservations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController implements StockApi {
  /** Within the deadline of order-service, which gives up on a call before this. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(1_500);

  private final ProductWrites products;
  private final StockReservations reservations;

  StockController(ProductWrites products, StockReservations reservations) {
    this.products = products;
    this.reservations = reservations;
  }

  @Override
  public ResponseEntity<ProductResponse> decrementStock(
      Long id, DecrementStockRequest request, @Nullable String idempotencyKey) {
    int pieces = request.getDecrement();
    Product product =
        products.decrement(
            id, pieces, KeyedRequest.of(idempotencyKey, "decrementStock", id, pieces));
    return ResponseEntity.ok(ProductController.response(product));
  }

  @Override
  public ResponseEntity<StockReservationResponse> reserveStock(
      UUID reservationId, ReserveStockRequest request) {
    var lines =
        request.getLines().stream()
            .map(line -> new ReservationLine(line.getProductId(), line.getQuantity()))
            .toList();
    ReservationOutcome outcome =
        reservations.reserve(
            new ReservationRequest(reservationId, lines),
            RequestDeadline.within(LONGEST_TIMEOUT).remaining());
    if (outcome instanceof ReservationOutcome.Held held) {
      return ResponseEntity.status(held.created() ? HttpStatus.CREATED : HttpStatus.OK)
          .body(response(held.reservation()));
    }
    throw new ReservationRefusedException(reservationId, outcome);
  }

  @Override
  public ResponseEntity<Void> releaseStock(UUID reservationId) {
    reservations.release(reservationId);
    return ResponseEntity.noContent().build();
  }

  private static StockReservationResponse response(StockReservation reservation) {
    return new StockReservationResponse(
        reservation.id(),
        reservation.lines().stream()
            .map(
                line ->
                    new StockReservationLine(
                        line.productId(), line.name(), line.quantity(), line.unitPrice()))
            .toList());
  }
}
