package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "shop.passwords.waiting=1",
      "shop.passwords.argon2-memory-kib=19456",
      "shop.throttling.enabled=false"
    })
class LoginFloodTest extends ServiceTest {
  private static final int CALLERS = 64;

  @Test
  void leavesEverythingElseAloneAndIsRefusedWhereItIsTooMuch() {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<CompletableFuture<Response>> logins =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  caller ->
                      CompletableFuture.supplyAsync(
                          () -> logIn("nobody@example.com", "wrong"), callers))
              .toList();

      assertThat(http.with(TestTokens.customer(People.ADA)).get("/users/me").status())
          .isEqualTo(200);

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
}
