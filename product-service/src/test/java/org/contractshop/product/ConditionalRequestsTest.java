package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalRequestsTest extends ServiceTest {
  @ParameterizedTest
  @ValueSource(strings = {"/products/1", "/products", "/products?category=electronics&limit=2"})
  void keepACopyUntilSomethingChanges(String path) {
    Response first = http().get(path);
    String version = first.header("ETag");
    Response same = http().with("If-None-Match", version).get(path);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(version);

    http().with(TestTokens.admin()).send("PATCH", "/products/1/stock", "{\"decrement\":1}");
    Response changed = http().with("If-None-Match", version).get(path);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(version);
    assertThat(changed.body()).contains("\"stock\":49");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"another\"", "another", "W/\"x\", \"y\"", "\"", ","})
  void loadAgainWithoutAVersionOfTheService(String version) {
    assertThat(http().with("If-None-Match", version).get("/products/1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = 'Keyboard'", "price = 130", "stock = 51", "category = 'desks'"})
  void noticeEveryField(String change) {
    String version = http().get("/products/1").header("ETag");
    database.sql("UPDATE product SET " + change + " WHERE id = 1").update();
    assertThat(http().with("If-None-Match", version).get("/products/1").status()).isEqualTo(200);
  }
}
