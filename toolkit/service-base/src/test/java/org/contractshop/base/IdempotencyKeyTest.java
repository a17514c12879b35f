package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {"k,k", "\"k\",k", "\"a\\\"b\",a\"b", "\"a\\\\b\",a\\b", "a\"b,a\"b", "k\",k\""})
  void a_quoted_key_is_the_same_as_a_bare_one(String header, String key) {
    assertThat(IdempotencyKey.parse(header)).isEqualTo(key);
  }

  @Test
  void a_request_may_have_no_key() {
    assertThat(IdempotencyKey.parse(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "\"\"", "\"k", "\"k\"x", "\"a\"b\"", "\"a\\b\"", "\"k\\\"", "\"k\";a=1"})
  void quotes_that_do_not_end_are_refused(String header) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> IdempotencyKey.parse(header));
  }
}
