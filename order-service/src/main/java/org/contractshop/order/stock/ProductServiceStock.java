package org.contractshop.order.stock;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.client.ClientException;
import org.contractshop.client.Deadline;
import org.contractshop.client.InsufficientStockException;
import org.contractshop.client.NoResponseException;
import org.contractshop.client.ProblemException;
import org.contractshop.client.UnknownProductException;
import org.contractshop.order.OrderLine;
import org.contractshop.order.OrderRefusal;
import org.contractshop.order.OrderRefusal.Reason;
import org.contractshop.order.Stock;
import org.contractshop.order.StockUnavailableException;
import org.contractshop.order.StockUnavailableException.Effect;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.ReservationReleasedException;
import org.contractshop.product.client.model.ReserveStockLine;
import org.contractshop.product.client.model.ReserveStockRequest;

/**
 * Calls product-service. The client repeats requests that get no response, within the deadline; the
 * circuit stops calls that are bound to fail.
 */
final class ProductServiceStock implements Stock {
  private final ProductClient reservations;
  private final ProductClient releases;
  private final ServiceToken token;
  private final Circuit circuit;

  /**
   * @param reservations for requests
   * @param releases for the recovery
   */
  ProductServiceStock(
      ProductClient reservations, ProductClient releases, ServiceToken token, Circuit circuit) {
    this.reservations = reservations;
    this.releases = releases;
    this.token = token;
    this.circuit = circuit;
  }

  @Override
  public boolean isAvailable() {
    return circuit.permitsCalls();
  }

  @Override
  public Outcome reserve(UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
    ReserveStockRequest request =
        new ReserveStockRequest(
            lines.stream()
                .map(line -> new ReserveStockLine(line.productId(), line.quantity()))
                .toList());
    return call(
        deadline,
        () -> {
          try {
            return new Outcome.Reserved(
                Plausibility.reserved(
                    reservationId,
                    lines,
                    reservations.stock().reserveStock(reservationId, request)));
          } catch (InsufficientStockException refusal) {
            return refused(Reason.INSUFFICIENT_STOCK, refusal, lines);
          } catch (UnknownProductException refusal) {
            return refused(Reason.UNKNOWN_PRODUCT, refusal, lines);
          } catch (ReservationReleasedException released) {
            return new Outcome.Released();
          }
        });
  }

  @Override
  public void release(UUID reservationId, RequestDeadline deadline) {
    call(
        deadline,
        () -> {
          releases.stock().releaseStock(reservationId);
          return true;
        });
  }

  private static Outcome refused(Reason reason, ProblemException refusal, List<OrderLine> lines) {
    Long product = refusal.problem().getProductId();
    if (product == null || lines.stream().noneMatch(line -> line.productId() == product)) {
      throw refusal;
    }
    return new Outcome.Refused(new OrderRefusal(reason, product));
  }

  private <T> T call(RequestDeadline deadline, Supplier<T> call) {
    return Deadline.in(deadline.remaining())
        .call(
            () -> {
              token.require();
              try {
                return circuit.call(call);
              } catch (CallNotPermittedException notMade) {
                throw new StockUnavailableException(
                    Effect.NONE, "product-service is not called now", notMade);
              } catch (ClientException failure) {
                throw new StockUnavailableException(
                    effect(failure), String.valueOf(failure.getMessage()), failure);
              }
            });
  }

  private static Effect effect(ClientException failure) {
    // An implausible response is not trusted even if it says that nothing was done.
    if (!failure.outcomeUnknown() && failure instanceof NoResponseException) {
      return Effect.NONE;
    }
    boolean timeout = failure instanceof NoResponseException noResponse && noResponse.isTimeout();
    return timeout ? Effect.TIMED_OUT : Effect.UNKNOWN;
  }
}
