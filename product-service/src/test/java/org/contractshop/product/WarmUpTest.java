package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.contractshop.testing.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it starts in production, which the other tests spare themselves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "shop.warm-up=20s")
@Import(WarmUpTest.Observer.class)
class WarmUpTest {
  @Autowired private JdbcClient database;
  @Autowired private Observer observer;
  @LocalServerPort private int port;

  /** A caller during the warm-up. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @TestComponent
  static class Observer implements WarmUp {
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    @Override
    public void run(Loopback service) throws Exception {
      statuses.put("readiness", service.get("/readyz").statusCode());
      statuses.put("catalogue", service.get("/products").statusCode());
      String reservation = "/stock-reservations/no-uuid";
      statuses.put("reservation", service.send("PUT", reservation, "service", "{}").statusCode());
    }
  }

  @Test
  void isReadyOnlyAfterItServedItself() {
    assertThat(observer.statuses).containsEntry("readiness", 503).containsEntry("catalogue", 200);
    assertThat(new Http(port).get("/readyz").status()).isEqualTo(200);
  }

  @Test
  void trustsItsOwnTokens() {
    assertThat(observer.statuses).containsEntry("reservation", 400);
  }

  @Test
  void leavesNothingBehind() {
    assertThat(database.sql("SELECT count(*) FROM stock_reservation").query(Long.class).single())
        .isZero();
    assertThat(database.sql("SELECT stock FROM product ORDER BY id").query(Integer.class).list())
        .isEqualTo(List.of(50, 120, 30));
  }
}
