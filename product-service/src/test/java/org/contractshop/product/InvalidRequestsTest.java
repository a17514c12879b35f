package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every request with values that it must not have. */
class InvalidRequestsTest extends ServiceTest {
  private static final String RESERVATION = "/stock-reservations/" + new UUID(1, 1);
  private static final String MISSING = "(missing)";

  /** Neither an integer in its range, nor a price, a text or a list. */
  private static final List<String> NEVER =
      List.of(MISSING, "null", "true", "-1", "1e38", "1E400", "{}", "[]", "[1]");

  private static final List<String> NO_INTEGER =
      List.of("1.5", "\"3\"", "\"\"", "2147483648", "9007199254740993", "18446744073709551617");
  private static final List<String> NO_TEXT =
      List.of("1", "\"\"", "\" \"", "\"a\\u0000b\"", "\"a\\nb\"");

  static Stream<Arguments> mutations() {
    return Stream.of(
            field("POST", "name", NEVER, NO_TEXT, List.of("\"" + "n".repeat(101) + "\"")),
            field("POST", "category", NEVER, NO_TEXT, List.of("\"" + "c".repeat(51) + "\"")),
            field("POST", "price", NEVER, List.of("0.001", "1E-1000000000", "1000000", "\"3\"")),
            field("POST", "stock", NEVER, NO_INTEGER, List.of("1000000001")),
            field("PATCH", "decrement", NEVER, NO_INTEGER, List.of("0", "1000000001")),
            field(
                "PUT", "lines", List.of(MISSING, "null", "[]", "{}", "1", "[null]", "[1]", "[[]]")),
            field("PUT", "productId", NEVER, List.of("0", "1.5", "\"1\"", "9007199254740993")),
            field("PUT", "quantity", NEVER, NO_INTEGER, List.of("0", "1000001")))
        .flatMap(arguments -> arguments);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void changesNothingForAValueOutOfItsRange(String method, String field, String value) {
    assertRefused(method, path(method), mutate(body(method), field, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "PUT"})
  void changesNothingForAnUnknownField(String method) {
    String body = body(method);
    assertRefused(method, path(method), body.replaceFirst("\\{", "{\"id\":9,"));
    assertRefused(method, path(method), body.replaceFirst("\\{(?=[^{]*$)", "{\"extra\":1,"));
  }

  @Test
  void changesNothingForMoreThanFiftyLines() {
    String lines = "{\"productId\":1,\"quantity\":1},".repeat(50);
    assertRefused(
        "PUT", RESERVATION, "{\"lines\":[" + lines + "{\"productId\":1,\"quantity\":1}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1.5", "x", "null", "9007199254740992", "9223372036854775808", "1e3"})
  void refusesAProductIdOutOfItsRange(String id) {
    assertRefused("GET", "/products/" + id, null, "id");
    assertRefused("PATCH", "/products/" + id + "/stock", body("PATCH"), "id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "x", "10000000-0000-4000-8000-00000000000g", "null"})
  void refusesAReservationIdThatIsNoUuid(String id) {
    assertRefused("PUT", "/stock-reservations/" + id, body("PUT"), "reservationId");
    assertRefused("DELETE", "/stock-reservations/" + id, null, "reservationId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=1.5",
        "limit=x",
        "limit=2147483648",
        "minPrice=-0.01",
        "minPrice=1000000.01",
        "minPrice=1e38",
        "minPrice=x",
        "minPrice=NaN",
        "maxPrice=-1",
        "maxPrice=-1E-1000000000",
        "maxPrice=1e38",
        "maxPrice=true",
        "category=",
        "category=%20",
        "category=%00",
        "category=a%0Ab",
      })
  void refusesAQueryOutOfItsRange(String query) {
    assertRefused("GET", "/products?" + query, null, query.substring(0, query.indexOf('=')));
  }

  private void assertRefused(String method, String path, @Nullable String body, String field) {
    assertRefused(method, path, body).isInvalidField(field);
  }

  private Response assertRefused(String method, String path, @Nullable String body) {
    List<String> before = everything();
    Response answer = http().with(TestTokens.admin()).send(method, path, body);
    answer.isProblem(400);
    assertThat(everything()).isEqualTo(before);
    return answer;
  }

  private List<String> everything() {
    return database
        .sql(
            """
            SELECT product::text FROM product
            UNION ALL SELECT stock_reservation::text FROM stock_reservation ORDER BY 1
            """)
        .query(String.class)
        .list();
  }

  @SafeVarargs
  private static Stream<Arguments> field(String method, String field, List<String>... values) {
    return Stream.of(values).flatMap(List::stream).map(value -> Arguments.of(method, field, value));
  }

  private static String path(String method) {
    return switch (method) {
      case "POST" -> "/products";
      case "PATCH" -> "/products/1/stock";
      default -> RESERVATION;
    };
  }

  private static String body(String method) {
    return switch (method) {
      case "POST" -> "{\"name\":\"Monitor\",\"price\":1,\"stock\":1,\"category\":\"screens\"}";
      case "PATCH" -> "{\"decrement\":1}";
      default -> "{\"lines\":[{\"productId\":1,\"quantity\":1}]}";
    };
  }

  private static String mutate(String body, String field, String value) {
    String member = "\"" + field + "\":(\\[.*]|[^,}]+)";
    return value.equals(MISSING)
        ? body.replaceFirst(member, "").replace("{,", "{").replace(",,", ",").replace(",}", "}")
        : body.replaceFirst(member, Matcher.quoteReplacement("\"" + field + "\":" + value));
  }
}
