package org.contractshop.order;

import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;

/** A customer who calls order-service over HTTP, byte for byte as written. */
record OrderCaller(Http http) {
  OrderCaller(int port, long userId) {
    this(new Http(port).with(TestTokens.customer(userId)));
  }

  static String items(long productId, int quantity) {
    return "{\"items\":[{\"productId\":%d,\"quantity\":%d}]}".formatted(productId, quantity);
  }

  Response order(String body, String... keys) {
    Http caller = http;
    for (String key : keys) {
      caller = caller.with("Idempotency-Key", key);
    }
    return caller.post("/orders", body);
  }

  Response cancel(long orderId) {
    return http.send("POST", "/orders/" + orderId + "/cancellation", null);
  }

  Response get(String path) {
    return http.get(path);
  }
}
