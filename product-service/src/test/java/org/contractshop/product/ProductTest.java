package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {
  private static final List<RecordComponent> FIELDS = List.of(Product.class.getRecordComponents());

  static Stream<String> fields() {
    return FIELDS.stream().map(RecordComponent::getName);
  }

  /** Otherwise callers who keep a copy would not get a new one. */
  @ParameterizedTest
  @MethodSource("fields")
  void everyFieldIsVisible(String field) throws Exception {
    assertThat(product(field).visible()).isNotEqualTo(product("none").visible());
  }

  /** A product with the same values always, but for one field. */
  private static Product product(String other) throws Exception {
    Class<?>[] types = FIELDS.stream().map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values =
        FIELDS.stream()
            .map(field -> value(field.getType(), field.getName().equals(other) ? 2 : 1))
            .toArray();
    return (Product) Product.class.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object value(Class<?> type, int number) {
    if (type == long.class) {
      return (long) number;
    } else if (type == BigDecimal.class) {
      return BigDecimal.valueOf(number);
    }
    return type == int.class ? (Object) number : "text " + number;
  }
}
