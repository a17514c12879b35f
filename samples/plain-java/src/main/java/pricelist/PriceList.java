package pricelist;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.contractshop.client.AsyncCalls;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.Deadline;
import org.contractshop.client.Pages;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.PlaceOrderOptions;
import org.contractshop.order.client.model.CreateOrderItem;
import org.contractshop.order.client.model.CreateOrderRequest;
import org.contractshop.order.client.model.OrderResponse;
import org.contractshop.product.client.ListProductsOptions;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.model.ProductResponse;

/** Prints the price list of the shop, and orders two of a product. */
public final class PriceList {
  private final ProductClient products;
  private final OrderClient orders;

  PriceList(ProductClient products, OrderClient orders) {
    this.products = products;
    this.orders = orders;
  }

  public static void main(String[] arguments) {
    ProductClient products = ProductClient.at("http://localhost:3002");
    ProductResponse keyboard = products.products().getProduct(1L);
    System.out.println(keyboard.getName());

    OrderClient orders = OrderClient.at("http://localhost:3003", () -> System.getenv("TOKEN"));
    PriceList list = new PriceList(products, orders);
    System.out.println(list.text());
    System.out.println(list.order(keyboard.getId()).getTotal());
  }

  /** For a remote service. */
  static ProductClient patient(String url) {
    return new ProductClient(
        ClientSettings.of(url)
            .readTimeout(Duration.ofSeconds(10))
            .totalTimeout(Duration.ofSeconds(20))
            .retries(4));
  }

  /** Waits at most half a second for the price, retries included. */
  BigDecimal price(long product) {
    return Deadline.in(Duration.ofMillis(500))
        .call(() -> products.products().getProduct(product).getPrice());
  }

  /** Reads both products concurrently. */
  BigDecimal priceOfBoth() {
    CompletableFuture<ProductResponse> keyboard =
        AsyncCalls.start(() -> products.products().getProduct(1L));
    CompletableFuture<ProductResponse> hub =
        AsyncCalls.start(() -> products.products().getProduct(2L));
    return keyboard.thenCombine(hub, (one, other) -> one.getPrice().add(other.getPrice())).join();
  }

  /** Uses the same key for the same purchase, even after a restart of this program. */
  OrderResponse orderOnce(CreateOrderRequest order, String purchase) {
    return orders.orders().placeOrder(order, new PlaceOrderOptions().idempotencyKey(purchase));
  }

  String text() {
    List<ProductResponse> firstPage =
        products.products().listProducts(new ListProductsOptions().limit(2));
    return Pages.stream(firstPage)
        .map(product -> product.getName() + " " + product.getPrice())
        .collect(Collectors.joining("\n"));
  }

  OrderResponse order(long product) {
    return orders
        .orders()
        .placeOrder(new CreateOrderRequest(List.of(new CreateOrderItem(product, 2))));
  }
}
