package org.contractshop.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.UnauthenticatedException;
import org.contractshop.client.UnknownProductException;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.model.CreateOrderItem;
import org.contractshop.order.client.model.CreateOrderRequest;
import org.contractshop.order.client.model.OrderResponse;
import org.contractshop.order.client.model.OrderStatus;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.ProductNotFoundException;
import org.contractshop.user.client.InvalidCredentialsException;
import org.contractshop.user.client.UserClient;
import org.contractshop.user.client.model.LogInRequest;
import org.contractshop.user.client.model.RegisterUserRequest;

/**
 * A program of another team, written for the last released clients: {@link CompatibilityIT} runs it
 * with the released and with today's, against stubs and services of either time. It uses every
 * client, and nothing that came later.
 */
public final class ReleasedCaller {
  private static final String PASSWORD = "Pass1234!";

  private final UserClient users;
  private final ProductClient products;
  private final OrderClient orders;
  private final boolean live;
  private String token;
  private int failures;

  private ReleasedCaller(String users, String products, String orders, boolean live) {
    this.users = new UserClient(settings(users));
    this.products = new ProductClient(settings(products));
    this.orders = new OrderClient(settings(orders));
    this.live = live;
  }

  /** Nothing here is about time, and the machine may be busy. */
  private ClientSettings settings(String baseUrl) {
    Duration patient = Duration.ofMinutes(1);
    return ClientSettings.of(baseUrl)
        .token(() -> token)
        .connectTimeout(patient)
        .readTimeout(patient)
        .totalTimeout(patient);
  }

  /**
   * @param arguments the URLs of the three services, and {@code live} or {@code stubs}
   */
  public static void main(String[] arguments) {
    ReleasedCaller caller =
        new ReleasedCaller(arguments[0], arguments[1], arguments[2], arguments[3].equals("live"));
    caller.callEverything();
    System.exit(caller.failures == 0 ? 0 : 1);
  }

  private void callEverything() {
    step("the services are up", this::health);
    step("no token is refused as such", this::anonymous);
    step("a customer registers or is known", this::logIn);
    step("a wrong password is refused as such", this::wrongPassword);
    step("the profile is that of the token", this::profile);
    step("the catalogue has the first products", this::catalogue);
    step("a product is as it was released", this::product);
    step("an unknown product is refused as such", this::unknownProduct);
    step("an order has its total", this::order);
    step("an order of an unknown product is refused as such", this::unknownOrder);
    step("the history has the order, and it can be cancelled", this::cancel);
  }

  private void health() {
    check(users.health().getHealth().getService(), "user-service");
    check(products.health().getHealth().getService(), "product-service");
    check(orders.health().getHealth().getService(), "order-service");
  }

  private void anonymous() {
    fails(UnauthenticatedException.class, () -> users.users().getCurrentUser());
  }

  private void logIn() {
    String email = "ada@example.com";
    if (live) {
      email = "caller-" + UUID.randomUUID() + "@example.com";
      users.authentication().registerUser(new RegisterUserRequest("Ada Lovelace", email, PASSWORD));
    }
    token = users.authentication().logIn(new LogInRequest(email, PASSWORD)).getToken();
  }

  private void wrongPassword() {
    fails(
        InvalidCredentialsException.class,
        () -> users.authentication().logIn(new LogInRequest("ada@example.com", "Pass1234?")));
  }

  private void profile() {
    check(users.users().getCurrentUser().getName(), "Ada Lovelace");
  }

  private void catalogue() {
    List<Long> ids =
        products.products().listProducts().stream().map(product -> product.getId()).toList();
    check(ids.containsAll(List.of(1L, 2L, 3L)), true);
  }

  private void product() {
    check(products.products().getProduct(1L).getName(), "Mechanical Keyboard");
    check(products.products().getProduct(1L).getPrice(), new BigDecimal("129.99"));
  }

  private void unknownProduct() {
    fails(ProductNotFoundException.class, () -> products.products().getProduct(999L));
  }

  private void order() {
    check(placed().getTotal(), new BigDecimal("259.98"));
  }

  private void unknownOrder() {
    UnknownProductException refusal =
        fails(UnknownProductException.class, () -> orders.orders().placeOrder(of(999, 1)));
    check(refusal.problem().getProductId(), 999L);
  }

  private void cancel() {
    long id = placed().getId(); // stubs remember it too
    List<OrderResponse> history = orders.orders().listOrders();
    check(history.stream().anyMatch(order -> order.getId() == id), true);
    check(orders.orders().getOrder(id).getStatus(), OrderStatus.CONFIRMED);
    check(orders.orders().cancelOrder(id).getStatus(), OrderStatus.CANCELLED);
  }

  private OrderResponse placed() {
    return orders.orders().placeOrder(of(1, 2));
  }

  private static CreateOrderRequest of(long product, int quantity) {
    return new CreateOrderRequest(List.of(new CreateOrderItem(product, quantity)));
  }

  private void step(String name, Runnable step) {
    Optional<Throwable> failure = Optional.empty();
    try {
      step.run();
    } catch (RuntimeException | LinkageError exception) {
      failure = Optional.of(exception);
      failures++;
    }
    Consumer<String> say = System.out::println;
    say.accept(failure.map(reason -> "FAILED " + name + ": " + reason).orElse("ok " + name));
  }

  private static <E extends Exception> E fails(Class<E> expected, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException exception) {
      if (expected.isInstance(exception)) {
        return expected.cast(exception);
      }
      throw exception;
    }
    throw new IllegalStateException("no " + expected.getSimpleName());
  }

  private static void check(Object actual, Object expected) {
    boolean equal =
        expected instanceof BigDecimal amount
            ? amount.compareTo((BigDecimal) actual) == 0
            : expected.equals(actual);
    if (!equal) {
      throw new IllegalStateException(actual + " instead of " + expected);
    }
  }
}
