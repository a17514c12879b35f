package org.contractshop.order.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractshop.client.model.Problem;
import org.contractshop.order.stock.StockRefusedException.Reason;
import org.contractshop.product.client.StockApi;
import org.contractshop.product.client.model.ReserveStockLine;
import org.contractshop.product.client.model.ReserveStockRequest;
import org.contractshop.product.client.model.StockReservationLine;
import org.contractshop.product.client.model.StockReservationResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Reserves and releases stock at product-service. Both operations are idempotent there, so both are
 * retried. What comes back is checked before it is believed.
 */
@Component
public class Stock {
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999.99");

  private final StockApi productService;
  private final ResilientCalls calls;

  Stock(StockApi productService, ResilientCalls calls) {
    this.productService = productService;
    this.calls = calls;
  }

  /**
   * Takes all of it out of stock, or nothing.
   *
   * @return what was taken, in the order of {@code wanted}
   * @throws StockRefusedException if a product is unknown or short
   * @throws ReservationReleasedException if the id was released
   * @throws StockUnavailableException if the outcome is unknown
   */
  public List<Reserved> reserve(UUID reservationId, List<Wanted> wanted) {
    List<ReserveStockLine> lines =
        wanted.stream().map(one -> new ReserveStockLine(one.productId(), one.quantity())).toList();
    return calls.run(
        () -> {
          try {
            return checked(
                reservationId,
                wanted,
                productService.reserveStock(reservationId, new ReserveStockRequest(lines)));
          } catch (HttpClientErrorException refusal) {
            throw verdict(refusal, wanted);
          }
        });
  }

  /**
   * Puts the reservation's stock back, and makes sure that it cannot be taken any more.
   *
   * @throws StockUnavailableException if that is not known to have worked
   */
  public void release(UUID reservationId) {
    calls.run(
        () -> {
          productService.releaseStock(reservationId);
          return true;
        });
  }

  private static List<Reserved> checked(
      UUID reservationId, List<Wanted> wanted, StockReservationResponse response) {
    if (response == null
        || !reservationId.equals(response.getId())
        || response.getLines() == null
        || response.getLines().size() != wanted.size()) {
      throw new StockUnavailableException("product-service answered another reservation");
    }
    List<Reserved> reserved = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      StockReservationLine line = response.getLines().get(i);
      if (!answers(wanted.get(i), line)) {
        throw new StockUnavailableException("product-service answered an implausible line");
      }
      reserved.add(
          new Reserved(
              line.getProductId(), line.getName(), line.getQuantity(), line.getUnitPrice()));
    }
    return reserved;
  }

  private static boolean answers(Wanted wanted, StockReservationLine line) {
    return line != null
        && Long.valueOf(wanted.productId()).equals(line.getProductId())
        && Integer.valueOf(wanted.quantity()).equals(line.getQuantity())
        && line.getName() != null
        && !line.getName().isBlank()
        && line.getName().length() <= 100
        && line.getUnitPrice() != null
        && line.getUnitPrice().signum() >= 0
        && line.getUnitPrice().compareTo(HIGHEST_PRICE) <= 0
        && line.getUnitPrice().stripTrailingZeros().scale() <= 2;
  }

  private static RuntimeException verdict(HttpClientErrorException refusal, List<Wanted> wanted) {
    Problem problem;
    try {
      problem = refusal.getResponseBodyAs(Problem.class);
    } catch (RestClientException | IllegalStateException unreadable) {
      return refusal;
    }
    if (problem == null || problem.getType() == null) {
      return refusal;
    }
    boolean ordered =
        wanted.stream()
            .anyMatch(one -> Long.valueOf(one.productId()).equals(problem.getProductId()));
    return switch (problem.getType()) {
      case "urn:problem-type:insufficient-stock" ->
          ordered
              ? new StockRefusedException(Reason.INSUFFICIENT_STOCK, problem.getProductId())
              : refusal;
      case "urn:problem-type:unknown-product" ->
          ordered
              ? new StockRefusedException(Reason.UNKNOWN_PRODUCT, problem.getProductId())
              : refusal;
      case "urn:problem-type:reservation-released" -> new ReservationReleasedException();
      default -> refusal;
    };
  }
}
