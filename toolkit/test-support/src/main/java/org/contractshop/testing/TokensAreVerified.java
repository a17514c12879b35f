package org.contractshop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.testing.ForgedToken.inSeconds;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.exchange.Sample;
import org.contractshop.tools.spec.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sends {@link ForgedTokens} to every operation of a running service that needs a token. A service
 * extends it with a test context for each mode.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class TokensAreVerified {
  private static final int LEAST = 45;

  private final List<Operation> operations =
      Repository.service(Repository.currentService()).operations().stream()
          .filter(Operation::isSecured)
          .toList();
  private final TokenMode mode;
  @LocalServerPort private int port;

  protected TokensAreVerified(TokenMode mode) {
    this.mode = mode;
  }

  @TestFactory
  final Stream<DynamicTest> everyOperationRefusesForgedTokens() {
    Map<String, List<String>> forged = ForgedTokens.of(mode);
    assertThat(forged).hasSizeGreaterThanOrEqualTo(LEAST);
    return operations.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(), () -> assertThat(accepted(operation, forged)).isEmpty()));
  }

  private List<String> accepted(Operation operation, Map<String, List<String>> forged) {
    List<String> accepted = new ArrayList<>();
    forged.forEach(
        (name, authorization) -> {
          Response response = send(operation, authorization);
          if (response.status() != 401
              || !response.header("WWW-Authenticate").startsWith("Bearer")) {
            accepted.add(name + ": " + response.status() + " " + response.body());
          }
        });
    return accepted;
  }

  /**
   * Shows that the others are refused because of their defects, not because of how they are built.
   */
  @Test
  final void rightTokensAreAccepted() {
    Map<String, String> right = new LinkedHashMap<>();
    right.put("good", "Bearer " + good().signed());
    right.put("lower-case bearer", "bearer " + good().signed());
    for (String type : List.of("AT+JWT", "application/at+jwt", "Application/AT+JWT")) {
      right.put("typ " + type, "Bearer " + good().header("typ", type).signed());
    }
    right.put("exp 30 s ago", "Bearer " + good().claim("exp", inSeconds(-30)).signed());
    right.put("nbf in 30 s", "Bearer " + good().claim("nbf", inSeconds(30)).signed());
    right.put("iat in 30 s", "Bearer " + good().claim("iat", inSeconds(30)).signed());
    Operation operation =
        operations.stream()
            .filter(it -> it.method().equals("GET"))
            .findFirst()
            .orElse(operations.get(0));
    right.forEach(
        (name, token) ->
            assertThat(send(operation, List.of(token)).status())
                .as(name)
                .isNotEqualTo(401)
                .isLessThan(500));
  }

  private ForgedToken good() {
    return new ForgedToken(mode);
  }

  private Response send(Operation operation, List<String> authorization) {
    Sample sample = Sample.of(operation);
    Http http = new Http(port);
    HttpRequest.Builder request =
        http.request(sample.target())
            .method(operation.method(), BodyPublishers.ofString(sample.body()));
    sample.headers().forEach(request::setHeader);
    authorization.forEach(value -> request.header("Authorization", value));
    return http.send(request);
  }
}
