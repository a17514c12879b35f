package giftshop;

import java.util.List;
import org.contractshop.client.InsufficientStockException;
import org.contractshop.client.NoResponseException;
import org.contractshop.client.UnavailableException;
import org.contractshop.order.client.OrdersApi;
import org.contractshop.order.client.model.CreateOrderItem;
import org.contractshop.order.client.model.CreateOrderRequest;
import org.contractshop.product.client.ProductNotFoundException;
import org.contractshop.product.client.ProductsApi;
import org.springframework.stereotype.Component;

/** Sells single products of the shop. The APIs are beans provided by the client jars. */
@Component
public class GiftShop {
  private final ProductsApi products;
  private final OrdersApi orders;

  GiftShop(ProductsApi products, OrdersApi orders) {
    this.products = products;
    this.orders = orders;
  }

  public String describe(long product) {
    try {
      return products.getProduct(product).getName();
    } catch (ProductNotFoundException gone) {
      return "gone";
    } catch (UnavailableException | NoResponseException later) {
      return "ask again later";
    }
  }

  public String buy(long product) {
    CreateOrderRequest order = new CreateOrderRequest(List.of(new CreateOrderItem(product, 1)));
    try {
      // The client generates an idempotency key, and reuses it when it retries.
      return "paid " + orders.placeOrder(order).getTotal();
    } catch (InsufficientStockException soldOut) {
      return "product " + soldOut.problem().getProductId() + " is sold out";
    }
  }
}
