package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "shop.passwords.waiting=1",
      "shop.passwords.argon2-memory-kib=19456",
      "shop.throttling.enabled=false"
    })
class LoginFloodTest {
  private static final int CALLERS = 64;

  @Autowired private JdbcClient database;
  private final Http http;

  LoginFloodTest(@LocalServerPort int port) {
    http = new Http(port);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

  @Test
  void leavesEverythingElseAloneAndIsRefusedWhereItIsTooMuch() {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<CompletableFuture<Response>> logins =
          IntStream.range(0, CALLERS)
              .mapToObj(caller -> CompletableFuture.supplyAsync(this::wrongLogin, callers))
              .toList();

      assertThat(http.get("/users/me", TestTokens.customer(People.ADA)).status()).isEqualTo(200);

      List<Response> responses = logins.stream().map(CompletableFuture::join).toList();
      assertThat(responses).extracting(Response::status).containsOnly(401, 503);
      assertThat(responses).extracting(Response::status).contains(401, 503);
      assertThat(responses)
          .filteredOn(response -> response.status() == 503)
          .allSatisfy(response -> assertThat(response.header("Retry-After")).isEqualTo("1"));
    } finally {
      callers.shutdown();
    }
  }

  private Response wrongLogin() {
    return http.post("/auth/login", "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}");
  }
}
