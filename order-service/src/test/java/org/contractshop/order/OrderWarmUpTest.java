package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.OrderRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The service as it starts in production, which the other tests spare themselves. */
@OrderServiceTest
@TestPropertySource(properties = "shop.warm-up=20s")
@Import(OrderWarmUpTest.NoProducts.class)
class OrderWarmUpTest {
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  /** product-service with an empty catalogue. */
  @TestConfiguration
  static class NoProducts {
    @Bean
    @Primary
    Stock noProducts() {
      return new FakeStock() {
        @Override
        public Outcome reserve(UUID id, List<OrderLine> lines, RequestDeadline deadline) {
          return new Outcome.Refused(
              new OrderRefusal(Reason.UNKNOWN_PRODUCT, lines.get(0).productId()));
        }
      };
    }
  }

  @Test
  void placesRealOrdersAndLeavesNothing() {
    assertThat(number("SELECT last_value FROM orders_id_seq")).isGreaterThan(50);
    assertThat(number("SELECT count(*) FROM orders")).isZero();
    assertThat(number("SELECT count(*) FROM idempotency_key")).isZero();
    assertThat(new OrderCaller(port, 7).get("/readyz").status()).isEqualTo(200);
  }

  private long number(String query) {
    return database.sql(query).query(Long.class).single();
  }
}
