package org.contractshop.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.contractshop.stubs.StubCaller.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A 400 of a stub names the fields that the service would name, in the same words. */
class FieldsTest {
  @AutoClose private static StubServer stubs;

  @BeforeAll
  static void start() throws Exception {
    stubs = new StubServer(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'items':[{'productId':2,'quantity':1},{'productId':1,'quantity':0}]} | items[1].quantity must be greater than or equal to 1",
        "{'items':[{'productId':0,'quantity':9999999}]} | items[0].productId must be greater than or equal to 1; items[0].quantity must be less than or equal to 1000000",
        "{'items':[{'productId':2}]} | items[0].quantity is missing, null or of the wrong type",
        "{'items':[{'productId':2,'quantity':'1'}]} | items[0].quantity is missing, null or of the wrong type",
        "{'items':[{'productId':2,'quantity':1,'price':0}]} | items[0].price is not a known field",
        "{'items':null} | items is missing, null or of the wrong type",
      })
  void of_an_order(String body, String fields) {
    Answer answer =
        new StubCaller(stubs, "user-7-token", UUID.randomUUID().toString())
            .post("order-service", "/orders", body.replace('\'', '"'));
    assertThat(fields(answer)).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/products?limit=0 | limit must be greater than or equal to 1",
        "/products?limit=x | limit must be an integer",
        "/products?minPrice=x1 | minPrice must be a number",
        "/products/abc | id must be an integer",
      })
  void of_parameters(String path, String fields) {
    Answer answer = new StubCaller(stubs, "user-7-token", "s").get("product-service", path);
    assertThat(fields(answer)).isEqualTo(fields);
  }

  @Test
  void with_the_sentence_that_callers_of_the_first_version_know() {
    Answer answer =
        new StubCaller(stubs, "user-7-token", "s").post("order-service", "/orders", "{}");
    assertThat(answer.json().get("error").asString()).isEqualTo("items array is required");
  }

  private static String fields(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    StringBuilder text = new StringBuilder();
    answer
        .json()
        .path("fields")
        .forEach(
            field ->
                text.append(text.isEmpty() ? "" : "; ")
                    .append(field.get("field").asString())
                    .append(' ')
                    .append(field.get("message").asString()));
    return text.toString();
  }
}
