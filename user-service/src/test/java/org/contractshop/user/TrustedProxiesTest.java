package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "shop.trusted-proxies=127.0.0.1, ::1, 10.0.0.0/8")
class TrustedProxiesTest extends ServiceTest {
  @Test
  void sayWhereACallerComesFrom() {
    for (int guess = 0; guess < 10; guess++) {
      assertThat(wrongLogin("192.0.2.1")).isEqualTo(401);
    }

    assertThat(wrongLogin("192.0.2.1")).isEqualTo(429);
    assertThat(wrongLogin("192.0.2.1, 10.1.2.3")).isEqualTo(429);
    assertThat(wrongLogin("192.0.2.2")).isEqualTo(401);
  }

  @Test
  void areNotTakenInByWhatTheCallerSentThem() {
    for (int guess = 0; guess < 10; guess++) {
      assertThat(wrongLogin("198.51.100." + guess + ", 192.0.2.1")).isEqualTo(401);
    }

    assertThat(wrongLogin("198.51.100.99, 192.0.2.1")).isEqualTo(429);
  }

  private int wrongLogin(String forwardedFor) {
    return logIn(http.with("X-Forwarded-For", forwardedFor), People.ADAS_EMAIL, "wrong").status();
  }
}
