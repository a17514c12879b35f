package org.contractshop.launcher;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.contractshop.launcher.Caller.Answer;

/** The addresses of a shop, and the first steps that every test takes in it. */
record Shop(URI users, URI products, URI orders) {
  private static final String PASSWORD = "E2ETest99!";

  static Shop of(ShopSystem system) {
    return new Shop(
        system.url(Service.USER), system.url(Service.PRODUCT), system.url(Service.ORDER));
  }

  static Shop of(Map<Service, Integer> ports) {
    return new Shop(
        URI.create("http://localhost:" + ports.get(Service.USER)),
        URI.create("http://localhost:" + ports.get(Service.PRODUCT)),
        URI.create("http://localhost:" + ports.get(Service.ORDER)));
  }

  /** Nobody has this address yet, in no earlier test and no earlier run. */
  static String newEmail() {
    return "user-" + UUID.randomUUID() + "@example.com";
  }

  Answer register(String email) {
    return Caller.anonymous()
        .post(
            users.resolve("/auth/register"),
            """
            {"name": "Test User", "email": "%s", "password": "%s"}
            """
                .formatted(email, PASSWORD));
  }

  Caller logIn(String email) {
    return logIn(email, PASSWORD);
  }

  Caller logIn(String email, String password) {
    Answer answer =
        Caller.anonymous()
            .post(
                users.resolve("/auth/login"),
                """
                {"email": "%s", "password": "%s"}
                """
                    .formatted(email, password));
    return Caller.bearing(answer.expect(200).get("token").stringValue());
  }

  Caller newCustomer() {
    String email = newEmail();
    register(email).expect(201);
    return logIn(email);
  }

  Answer product(long id) {
    return Caller.anonymous().get(products.resolve("/products/" + id));
  }

  int stock(long id) {
    return product(id).expect(200).get("stock").intValue();
  }
}
