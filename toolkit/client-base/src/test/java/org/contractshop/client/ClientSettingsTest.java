package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
  private static final ClientSettings DEFAULTS = ClientSettings.of("http://localhost:3002");

  @Test
  void are_cautious_by_default() {
    assertThat(DEFAULTS.connectTimeout).isEqualTo(Duration.ofSeconds(1));
    assertThat(DEFAULTS.readTimeout).isEqualTo(Duration.ofSeconds(2));
    assertThat(DEFAULTS.totalTimeout).isEqualTo(Duration.ofSeconds(5));
    assertThat(DEFAULTS.retryPolicy.retries()).isEqualTo(2);
    assertThat(DEFAULTS.token.get()).isNull();
  }

  @Test
  void can_be_changed_one_by_one() {
    ClientSettings changed =
        DEFAULTS
            .token(() -> "token")
            .connectTimeout(Duration.ofMillis(1))
            .readTimeout(Duration.ofMillis(2))
            .totalTimeout(Duration.ofMillis(3))
            .retries(4);
    assertThat(changed.baseUrl).isEqualTo(DEFAULTS.baseUrl);
    assertThat(changed.token.get()).isEqualTo("token");
    assertThat(changed.connectTimeout).isEqualTo(Duration.ofMillis(1));
    assertThat(changed.readTimeout).isEqualTo(Duration.ofMillis(2));
    assertThat(changed.totalTimeout).isEqualTo(Duration.ofMillis(3));
    assertThat(changed.retryPolicy.retries()).isEqualTo(4);
    assertThat(DEFAULTS.retryPolicy.retries()).isEqualTo(2);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void ask_for_a_base_url(String url) {
    assertThatThrownBy(() -> ClientSettings.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Set the base URL, for example http://localhost:3002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3002",
        "ftp://localhost",
        "http://",
        "http:///products",
        "http://a b",
        "http://me:secret@localhost",
        "http://localhost?secret=1",
        "http://localhost#secret"
      })
  void say_what_a_base_url_looks_like(String url) {
    assertThatThrownBy(() -> ClientSettings.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Set the base URL to http:// or https://, a host,")
        .hasMessageNotContaining("secret");
  }

  static Stream<UnaryOperator<ClientSettings>> badChanges() {
    return Stream.of(
        settings -> settings.connectTimeout(Duration.ZERO),
        settings -> settings.readTimeout(Duration.ofSeconds(-1)),
        settings -> settings.totalTimeout(Duration.ofDays(2)),
        settings -> settings.retries(-1),
        settings -> settings.retries(11));
  }

  @ParameterizedTest
  @MethodSource("badChanges")
  void say_what_to_set_instead(UnaryOperator<ClientSettings> change) {
    assertThatThrownBy(() -> change.apply(DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("Set the (connect|read|total|retries).* to .*, not .*");
  }
}
