package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "shop.trusted-proxies=127.0.0.1, ::1, 10.0.0.0/8")
class TrustedProxiesTest {
  @Autowired private JdbcClient database;
  private final Http http;

  TrustedProxiesTest(@LocalServerPort int port) {
    http = new Http(port);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

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
    return http.send(
            http.request("/auth/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", forwardedFor)
                .POST(
                    BodyPublishers.ofString(
                        "{\"email\":\"ada@example.com\",\"password\":\"wrong\"}")))
        .status();
  }
}
