package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it starts in production, which the other tests spare themselves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "shop.warm-up=20s")
class WarmUpTest {
  @Test
  void leavesNothingBehind(@Autowired JdbcClient database) {
    assertThat(
            database
                .sql("SELECT email FROM users UNION ALL SELECT id FROM throttle_buckets")
                .query(String.class)
                .list())
        .isEmpty();
  }
}
