package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.contractshop.base.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProductTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.01", "129.99", "129.9", "129.990000", "999999.99", "1E+5", "0E-9"})
  void mayCostWholeCents(String price) {
    assertThat(product(price).price()).isEqualByComparingTo(price);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "129.999", "0.005", "1E-3", "1E-1000000000"})
  void mayNotCostFractionsOfACent(String price) {
    assertThatThrownBy(() -> product(price))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("price");
  }

  private static NewProduct product(String price) {
    return new NewProduct("Monitor", new BigDecimal(price), 10, "electronics");
  }
}
