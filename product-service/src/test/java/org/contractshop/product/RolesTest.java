package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractshop.product.Http.Answer;
import org.contractshop.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest extends ServiceTest {
  private static final String RESERVATION = "/stock-reservations/" + new UUID(1, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operation                   | anonymous | customer | service | admin",
        "GET /health                 | 200       | 200      | 200     | 200",
        "GET /products               | 200       | 200      | 200     | 200",
        "GET /products/1             | 200       | 200      | 200     | 200",
        "POST /products              | 401       | 403      | 403     | 201",
        "PATCH /products/1/stock     | 401       | 403      | 200     | 200",
        "PUT /stock-reservations     | 401       | 403      | 201     | 201",
        "DELETE /stock-reservations  | 401       | 403      | 204     | 204",
      },
      useHeadersInDisplayName = true)
  void mayDoOnlyWhatTheirRoleAllows(
      String operation, int anonymous, int customer, int service, int admin) {
    assertAnswer(operation, null, anonymous);
    assertAnswer(operation, TestTokens.customer(7), customer);
    assertAnswer(operation, TestTokens.service(), service);
    assertAnswer(operation, TestTokens.admin(), admin);
    assertAnswer(operation, TestTokens.token(7, "ADMIN", claims -> {}), customer);
  }

  private void assertAnswer(String operation, @Nullable String token, int expected) {
    TestCatalogue.reset(database);
    List<Integer> before = stocks();
    String method = operation.split(" ")[0];
    String path = operation.split(" ")[1].replace("/stock-reservations", RESERVATION);
    Answer answer = http().with(token).send(method, path, body(method));
    assertThat(answer.status()).as("%s with %s", operation, token).isEqualTo(expected);
    if (expected >= 400) {
      assertThat(answer.isProblem()).isTrue();
      assertThat(stocks()).isEqualTo(before);
    }
  }

  private static @Nullable String body(String method) {
    String body =
        switch (method) {
          case "POST" -> "{'name':'Monitor','price':1,'stock':1,'category':'screens'}";
          case "PATCH" -> "{'decrement':1}";
          case "PUT" -> "{'lines':[{'productId':1,'quantity':1}]}";
          default -> null;
        };
    return body == null ? null : body.replace('\'', '"');
  }

  private List<Integer> stocks() {
    return database.sql("SELECT stock FROM product ORDER BY id").query(Integer.class).list();
  }
}
