package org.contractshop.product;

import org.contractshop.testing.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request that is refused. What is refused is checked by {@link SpecTest}. */
class InvalidRequestsTest extends ServiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id            | GET    | /products/1e3 |",
        "id            | PATCH  | /products/0/stock | {'decrement':1}",
        "reservationId | PUT    | /stock-reservations/1 | {'lines':[{'productId':1,'quantity':1}]}",
        "reservationId | DELETE | /stock-reservations/10000000-0000-4000-8000-00000000000g |",
        "limit         | GET    | /products?limit=101 |",
        "limit         | GET    | /products?limit=1.5 |",
        "minPrice      | GET    | /products?minPrice=1e38 |",
        "minPrice      | GET    | /products?minPrice=NaN |",
        "maxPrice      | GET    | /products?maxPrice=-1E-1000000000 |",
        "category      | GET    | /products?category=%20 |",
        "category      | GET    | /products?category=a%0Ab |",
        "price         | POST   | /products | {'name':'M','price':1E-1000000000,'stock':1,'category':'c'}",
      })
  void isNamed(String field, String method, String path, String body) {
    http()
        .with(TestTokens.admin())
        .send(method, path, body == null ? null : body.replace('\'', '"'))
        .isInvalidField(field);
  }
}
