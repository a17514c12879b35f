package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
  private static final JsonMapper JSON = mapper();

  private record Thing(String name, Integer count, BigDecimal price, List<String> tags) {}

  private static final Map<String, String> GOOD =
      Map.of("name", "\"x\"", "count", "2", "price", "129.99", "tags", "[\"a\"]");

  @Test
  void readsWhatTheSchemaAllows() {
    assertThat(read(json(GOOD)))
        .isEqualTo(new Thing("x", 2, new BigDecimal("129.99"), List.of("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "unknown | 1",
        "name    | null",
        "name    | 7",
        "name    | 1.5",
        "name    | true",
        "name    | {}",
        "count   | \"2\"",
        "count   | 2.0",
        "count   | 2.5",
        "count   | 1e3",
        "count   | true",
        "count   | \"\"",
        "count   | 2147483648",
        "count   | null",
        "price   | \"129.99\"",
        "price   | true",
        "price   | NaN",
        "tags    | \"a\"",
        "tags    | [1]",
        "tags    | [null]",
        "tags    | null",
      })
  void refusesAMemberThatTheSchemaDoesNotAllow(String member, String value) {
    Map<String, String> members = new TreeMap<>(GOOD);
    members.put(member, value);

    assertThatThrownBy(() -> read(json(members))).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "count", "price", "tags"})
  void refusesAMissingMember(String member) {
    Map<String, String> members = new TreeMap<>(GOOD);
    members.remove(member);

    assertThatThrownBy(() -> read(json(members))).isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesARepeatedMember() {
    String repeated = json(GOOD).replace("}", ", \"count\": 3}");

    assertThatThrownBy(() -> read(repeated)).isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesMoreThanOneObject() {
    assertThatThrownBy(() -> read(json(GOOD) + " {}")).isInstanceOf(JacksonException.class);
  }

  @Test
  void keepsMoneyExact() {
    Map<String, String> members = new TreeMap<>(GOOD);
    members.put("price", "9999999999999999999999.10");

    assertThat(read(json(members)).price()).isEqualTo(new BigDecimal("9999999999999999999999.10"));
    assertThat(JSON.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("1000");
  }

  private static Thing read(String json) {
    return JSON.readValue(json, Thing.class);
  }

  private static String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder();
    new StrictJson().customize(builder);
    return builder.build();
  }
}
