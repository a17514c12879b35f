package pricelist;

import java.util.List;
import java.util.stream.Collectors;
import org.contractshop.client.Pages;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.model.CreateOrderItem;
import org.contractshop.order.client.model.CreateOrderRequest;
import org.contractshop.order.client.model.OrderResponse;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.model.ProductResponse;

/** Prints what the shop has, and orders one piece of it. */
public final class PriceList {
  private final ProductClient products;
  private final OrderClient orders;

  PriceList(ProductClient products, OrderClient orders) {
    this.products = products;
    this.orders = orders;
  }

  public static void main(String[] arguments) {
    PriceList list =
        new PriceList(
            ProductClient.at("http://localhost:3002"),
            OrderClient.at("http://localhost:3003", () -> System.getenv("TOKEN")));
    System.out.println(list.text());
    System.out.println(list.order(1).getTotal());
  }

  String text() {
    List<ProductResponse> firstPage = products.products().listProducts(null, null, null, 2, null);
    return Pages.stream(firstPage)
        .map(product -> product.getName() + " " + product.getPrice())
        .collect(Collectors.joining("\n"));
  }

  OrderResponse order(long product) {
    return orders
        .orders()
        .placeOrder(new CreateOrderRequest(List.of(new CreateOrderItem(product, 2))), null);
  }
}
