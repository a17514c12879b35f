package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueApiTest extends ServiceTest {
  private static final Pattern NEXT = Pattern.compile("<(\\?[^>]+)>; rel=\"next\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minPrice=79.99             | 1 3",
        "maxPrice=79.99             | 2 3",
        "minPrice=79.99&maxPrice=80 | 3",
        "category=electronics&maxPrice=50 | 2",
        "category=books&maxPrice=50 | ''",
        "minPrice=0&maxPrice=1000000&category=electronics&limit=100 | 1 2 3",
        "minPrice=1E2               | 1",
        "minPrice=129.989999999     | 1",
        "minPrice=129.990000001     | ''",
        "maxPrice=79.989999999      | 2",
        "minPrice=1E-1000000000     | 1 2 3",
        "maxPrice=1E-1000000000     | ''",
        "minPrice=0E-1000000000     | 1 2 3",
        "maxPrice=0E1000000000      | ''",
        "category=%20electronics    | ''",
      })
  void filtersCombine(String query, String ids) {
    Response answer = http().get("/products?" + query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(String.join(" ", answer.each("id").toList())).isEqualTo(ids);
  }

  @Test
  void showsPricesAsExactDecimals() {
    assertThat(http().get("/products/1").body()).contains("\"price\":129.99,");
    String body = "{'name':'M','price':100000,'stock':0,'category':'c'}".replace('\'', '"');
    Response created = http().with(TestTokens.admin()).send("POST", "/products", body);
    assertThat(created.header("Location")).isEqualTo("/products/4");
    assertThat(http().get(created.header("Location")).body()).contains("\"price\":100000.00,");
  }

  @ParameterizedTest
  @CsvSource({
    "0e-20000, 0.00",
    "0E+20000, 0.00",
    "1.0e1, 10.00",
    "129.9900000000000000000, 129.99"
  })
  void takesAPriceInAnyNotation(String price, String shown) {
    String body = "{'name':'M','price':PRICE,'stock':0,'category':'c'}".replace('\'', '"');
    Response created =
        http().with(TestTokens.admin()).send("POST", "/products", body.replace("PRICE", price));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(http().get("/products/4").body()).contains("\"price\":" + shown + ",");
  }

  @Test
  void theLinkLeadsFromPageToPageToTheEnd() {
    addProducts(25);
    List<String> ids = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String next = "/products?limit=7&category=a%20%26%20b&minPrice=5";
    while (next != null) {
      Response page = http().get(next);
      assertThat(page.status()).isEqualTo(200);
      sizes.add(page.json().size());
      page.each("id").forEach(ids::add);
      Matcher link = NEXT.matcher(page.header("Link"));
      next = link.matches() ? "/products" + link.group(1) : null;
    }
    assertThat(sizes).containsExactly(7, 7, 7);
    assertThat(ids).isEqualTo(IntStream.rangeClosed(8, 28).mapToObj(String::valueOf).toList());
  }

  @Test
  void aPageHasAtMostAHundredProducts() {
    addProducts(98);
    assertThat(http().get("/products").json()).hasSize(100);
    assertThat(http().get("/products").header("Link")).isNotEmpty();
    assertThat(http().get("/products?limit=100").json()).hasSize(100);
    assertThat(http().get("/products?limit=100&minPrice=2").header("Link")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bm90LWEtbnVtYmVy", // "not-a-number"
        "MS41", // "1.5"
        "OTIyMzM3MjAzNjg1NDc3NTgwOA", // 2^63
        "A", // not Base64
        "Mw==",
        "%20",
        "..",
        "",
        "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE",
      })
  void aCursorOfSomebodyElsesIsABadRequest(String cursor) {
    http().get("/products?after=" + cursor).isInvalidField("after");
  }

  private void addProducts(int count) {
    database
        .sql(
            """
            INSERT INTO product (name, price, stock, category)
            SELECT 'Product', number, 1, 'a & b' FROM generate_series(1, ?) AS number
            """)
        .param(count)
        .update();
  }
}
