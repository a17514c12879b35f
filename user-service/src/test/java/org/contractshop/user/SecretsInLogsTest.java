package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsTest extends ServiceTest {
  private static final String PASSWORD = "canary-in-the-mine-1";
  private static final String ACCOUNT =
      "{\"name\":\"Grace\",\"email\":\"grace@example.com\",\"password\":\"" + PASSWORD + "\"}";
  private static final String LOGIN = ACCOUNT.replace("\"name\":\"Grace\",", "");

  private final Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level usual = everything.getLevel();

  @BeforeEach
  void asInProduction() {
    everything.setLevel(Level.INFO);
  }

  @AfterEach
  void reset() {
    everything.setLevel(usual);
  }

  @Test
  void areNone(CapturedOutput log) throws Exception {
    http.post("/auth/register", ACCOUNT);
    http.post("/auth/register", ACCOUNT);
    http.post("/auth/register", ACCOUNT.replace("grace@example.com", "none"));
    http.post("/auth/register", ACCOUNT + "}");
    String token = http.post("/auth/login", LOGIN).text("token");
    http.post("/auth/login", LOGIN.replace("grace@", "nobody@"));
    http.with(token).get("/users/me");
    http.with(token + "x").get("/users/me");
    http.with(TestTokens.expired()).get("/users/me");
    database.sql("ALTER TABLE users RENAME TO away").update();
    try {
      assertThat(status("/auth/login", LOGIN)).isEqualTo(500);
      assertThat(status("/auth/register", ACCOUNT)).isEqualTo(500);
    } finally {
      database.sql("ALTER TABLE away RENAME TO users").update();
    }

    assertThat(log).contains("A request failed because of a bug");
    assertThat(log.getAll()).doesNotContain(PASSWORD, token, TestTokens.expired(), "argon2id$");
  }

  @Test
  void areNotForgedByLineBreaks(CapturedOutput log) throws Exception {
    http.post("/auth/login", LOGIN.replace("grace@example.com", "a\\r\\nERROR forged"));
    http.post("/auth/register", ACCOUNT.replace("Grace", "a\\r\\nERROR forged"));
    status("/users/%0d%0aERROR%20forged", LOGIN);
    status("/auth/login?%0d%0aERROR%20forged", LOGIN);

    assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("ERROR forged"));
  }

  /** Of a request, or a response, that no spec allows. */
  private int status(String path, String body) throws Exception {
    HttpRequest request =
        http.request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
