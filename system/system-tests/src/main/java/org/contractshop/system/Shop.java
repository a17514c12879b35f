package org.contractshop.system;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractshop.launcher.Secrets;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.system.Caller.Response;
import org.contractshop.system.load.Request;

/** The addresses of a shop, and the first steps that every caller takes in it. */
record Shop(Map<Service, URI> addresses) {
  /** For load on user-service, whose callers all have the same address. */
  static final Map<String, String> UNTHROTTLED = Map.of("SHOP_THROTTLING_ENABLED", "false");

  private static final String PASSWORD = "E2ETest99!";

  static Shop of(Settings settings) {
    return at(
        Stream.of(Service.values()).map(service -> URI.create(settings.url(service))).toList());
  }

  /**
   * @param addresses in the order of {@link Service}
   */
  static Shop at(List<URI> addresses) {
    Map<Service, URI> byService = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      byService.put(service, addresses.get(service.ordinal()));
    }
    return new Shop(byService);
  }

  URI url(Service service) {
    return addresses.get(service);
  }

  URI users() {
    return url(Service.USER);
  }

  URI products() {
    return url(Service.PRODUCT);
  }

  URI orders() {
    return url(Service.ORDER);
  }

  /** Nobody has this address yet, in no earlier test and no earlier run. */
  static String newEmail() {
    return "user-" + UUID.randomUUID() + "@example.com";
  }

  Response register(String email) {
    return Caller.anonymous()
        .post(
            users().resolve("/auth/register"),
            """
            {"name": "Test User", "email": "%s", "password": "%s"}
            """
                .formatted(email, PASSWORD));
  }

  Caller logIn(String email) {
    return logIn(email, PASSWORD);
  }

  Caller logIn(String email, String password) {
    Response response =
        Caller.anonymous()
            .post(
                users().resolve("/auth/login"),
                """
                {"email": "%s", "password": "%s"}
                """
                    .formatted(email, password));
    return Caller.bearing(response.expect(200).get("token").stringValue());
  }

  /** A login request for a load. */
  Request login(String email) {
    return Request.post(
        users().resolve("/auth/login"),
        null,
        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD));
  }

  Caller newCustomer() {
    String email = newEmail();
    register(email).expect(201);
    return logIn(email);
  }

  /** Adds a product as the initial administrator. */
  long newProduct(Secrets secrets, int stock) {
    return logIn(secrets.get(Secrets.ADMIN_EMAIL), secrets.get(Secrets.ADMIN_PASSWORD))
        .post(
            products().resolve("/products"),
            """
            {"name": "Load", "price": 19.99, "stock": %d, "category": "load"}
            """
                .formatted(stock))
        .expect(201)
        .get("id")
        .longValue();
  }

  Response product(long id) {
    return Caller.anonymous().get(products().resolve("/products/" + id));
  }

  int stock(long id) {
    return product(id).expect(200).get("stock").intValue();
  }
}
