package org.contractshop.system.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.contractshop.client.ClientSettings;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.OrdersApi;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.ProductsApi;
import org.contractshop.product.client.StockApi;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.user.client.AuthenticationApi;
import org.contractshop.user.client.KeysApi;
import org.contractshop.user.client.UserClient;
import org.contractshop.user.client.UsersApi;

/** The three clients, as the tests see them. */
enum PublishedClient {
  USER(
      UserClient.class,
      List.of(
          AuthenticationApi.class,
          UsersApi.class,
          KeysApi.class,
          org.contractshop.user.client.HealthApi.class),
      settings -> apis(new UserClient(settings))),
  PRODUCT(
      ProductClient.class,
      List.of(ProductsApi.class, StockApi.class, org.contractshop.product.client.HealthApi.class),
      settings -> apis(new ProductClient(settings))),
  ORDER(
      OrderClient.class,
      List.of(OrdersApi.class, org.contractshop.order.client.HealthApi.class),
      settings -> apis(new OrderClient(settings)));

  private static final SpecFiles SPECS =
      SpecFiles.read(Path.of(System.getProperty("basedir", "."), "../../api-specs"));

  private final Class<?> type;
  private final List<Class<?>> interfaces;
  private final Function<ClientSettings, List<Object>> apis;

  PublishedClient(
      Class<?> type, List<Class<?>> interfaces, Function<ClientSettings, List<Object>> apis) {
    this.type = type;
    this.interfaces = interfaces;
    this.apis = apis;
  }

  private static List<Object> apis(UserClient client) {
    return List.of(client.authentication(), client.users(), client.keys(), client.health());
  }

  private static List<Object> apis(ProductClient client) {
    return List.of(client.products(), client.stock(), client.health());
  }

  private static List<Object> apis(OrderClient client) {
    return List.of(client.orders(), client.health());
  }

  Class<?> type() {
    return type;
  }

  List<Class<?>> interfaces() {
    return interfaces;
  }

  /** In the order of the interfaces. */
  List<Object> apis(ClientSettings settings) {
    return apis.apply(settings);
  }

  /** Such as {@code product}. */
  String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  Service service() {
    return SPECS.service(shortName() + "-service");
  }
}
