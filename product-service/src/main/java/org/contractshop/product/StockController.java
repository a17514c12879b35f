package org.contractshop.product;

import java.util.UUID;
import org.contractshop.product.api.StockApi;
import org.contractshop.product.api.model.DecrementStockRequest;
import org.contractshop.product.api.model.ProductResponse;
import org.contractshop.product.api.model.ReserveStockRequest;
import org.contractshop.product.api.model.StockReservationLine;
import org.contractshop.product.api.model.StockReservationResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController implements StockApi {
  private final Products products;
  private final StockReservations reservations;
  private final ReservationBatcher batcher;

  StockController(Products products, StockReservations reservations, ReservationBatcher batcher) {
    this.products = products;
    this.reservations = reservations;
    this.batcher = batcher;
  }

  @Override
  public ResponseEntity<ProductResponse> decrementStock(Long id, DecrementStockRequest request) {
    return ResponseEntity.ok(
        ProductController.response(products.decrement(id, request.getDecrement())));
  }

  @Override
  public ResponseEntity<StockReservationResponse> reserveStock(
      UUID reservationId, ReserveStockRequest request) {
    var lines =
        request.getLines().stream()
            .map(line -> new Line(line.getProductId(), line.getQuantity()))
            .toList();
    Verdict verdict = batcher.reserve(new ReservationRequest(reservationId, lines));
    if (verdict instanceof Verdict.Held held) {
      return ResponseEntity.status(held.first() ? HttpStatus.CREATED : HttpStatus.OK)
          .body(response(held.reservation()));
    }
    throw new ReservationRefusedException(reservationId, verdict);
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
