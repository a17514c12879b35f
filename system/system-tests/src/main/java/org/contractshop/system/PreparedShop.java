package org.contractshop.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;

/**
 * A data directory with customers and products, on which the system can be started repeatedly, so
 * that the first request after a start belongs to the load.
 */
final class PreparedShop implements AutoCloseable {
  private static final int CUSTOMERS = 16;
  private static final int PRODUCTS = 16;
  private static final int PLENTY = 1_000_000_000;

  private final Settings settings;
  private String email;
  private boolean keepLogs;
  private final List<String> tokens = new ArrayList<>();
  private final List<Long> products = new ArrayList<>();

  private PreparedShop(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param environment JVM options of the services, above all
   */
  static PreparedShop create(Map<String, String> environment) throws IOException {
    // Not the temporary directory, which may be in memory: then no commit would reach a disk.
    Path target = Path.of("target").toAbsolutePath();
    Path data = Files.createTempDirectory(Files.createDirectories(target), "shop");
    PreparedShop shop =
        new PreparedShop(
            Settings.onFreePorts(data).with(environment).with(Service.USER, Shop.UNTHROTTLED));
    try (ShopSystem system = shop.start()) {
      for (int i = 0; i < CUSTOMERS; i++) {
        shop.email = Shop.newEmail();
        shop.addresses().register(shop.email).expect(201);
        shop.tokens.add(shop.addresses().logIn(shop.email).token());
      }
      for (int i = 0; i < PRODUCTS; i++) {
        shop.products.add(shop.addresses().newProduct(system.secrets(), PLENTY));
      }
    }
    return shop;
  }

  /** Starts the shop, and returns once {@code ./run} would say that it is running. */
  ShopSystem start() {
    ShopSystem system = new ShopSystem(settings, line -> {});
    system.start();
    return system;
  }

  Settings settings() {
    return settings;
  }

  Shop addresses() {
    return Shop.of(settings);
  }

  List<String> tokens() {
    return tokens;
  }

  List<Long> products() {
    return products;
  }

  /** The id of the first one. */
  long customer() {
    return Caller.bearing(tokens.get(0))
        .get(addresses().users().resolve("/users/me"))
        .expect(200)
        .get("id")
        .longValue();
  }

  /** Of a customer. */
  String email() {
    return email;
  }

  Request login() {
    return addresses().login(email);
  }

  /** Orders for two products each, spread over customers and products. */
  Requests ordersOfTwo() {
    URI orders = addresses().orders().resolve("/orders");
    List<Request> some = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS * PRODUCTS; i++) {
      String json =
          "{\"items\":[{\"productId\":%d,\"quantity\":1},{\"productId\":%d,\"quantity\":2}]}"
              .formatted(products.get(i % PRODUCTS), products.get((i + 1) % PRODUCTS));
      some.add(Request.post(orders, tokens.get(i / PRODUCTS), json));
    }
    return number -> some.get((int) (number % some.size()));
  }

  /** Orders for a single item of one product. */
  Requests ordersOf(long product) {
    URI orders = addresses().orders().resolve("/orders");
    String json = "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product);
    List<Request> some = tokens.stream().map(token -> Request.post(orders, token, json)).toList();
    return number -> some.get((int) (number % some.size()));
  }

  /** For people who want to know why. */
  void keepLogs() {
    keepLogs = true;
    System.out.println("The logs are in " + settings.data().resolve("logs"));
  }

  @Override
  public void close() throws IOException {
    if (keepLogs) {
      return;
    }
    Folders.delete(settings.data());
  }
}
