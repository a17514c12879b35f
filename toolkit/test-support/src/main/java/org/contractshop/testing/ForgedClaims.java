package org.contractshop.testing;

import static org.contractshop.testing.ForgedToken.inSeconds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Correctly signed tokens with claims that no token may have. */
final class ForgedClaims {
  private final TokenMode mode;
  private final BiConsumer<String, String> table;

  private ForgedClaims(TokenMode mode, BiConsumer<String, String> table) {
    this.mode = mode;
    this.table = table;
  }

  static void addTo(BiConsumer<String, String> table, TokenMode mode) {
    ForgedClaims tokens = new ForgedClaims(mode, table);
    tokens.addWrongHeaders();
    tokens.addWrongTimes();
    tokens.addWrongClaims();
  }

  private void addWrongHeaders() {
    header("typ JWT", "typ", "JWT");
    header("typ of an ID token", "typ", "id+jwt");
    header("typ of another tree", "typ", "text/at+jwt");
    header("typ a number", "typ", 1);
    header("no typ", "typ", null);
    table.accept(
        "crit of something unknown",
        new ForgedToken(mode).header("crit", List.of("x")).header("x", 1).signed());
    table.accept(
        "crit of b64",
        new ForgedToken(mode).header("crit", List.of("b64")).header("b64", true).signed());
    header("crit empty", "crit", List.of());
    header("crit a text", "crit", "exp");
  }

  private void addWrongTimes() {
    claim("exp 90 s ago", "exp", inSeconds(-90));
    claim("exp a day ago", "exp", inSeconds(-86_400));
    claim("no exp", "exp", null);
    claim("exp a number in quotes", "exp", String.valueOf(inSeconds(3600)));
    claim("exp a word", "exp", "tomorrow");
    claim("exp 1e300", "exp", new BigDecimal("1e300"));
    claim("exp -1", "exp", -1);
    claim("exp true", "exp", true);
    claim("exp a list", "exp", List.of(inSeconds(3600)));
    claim("exp beyond all calendars", "exp", Long.MAX_VALUE);
    claim("nbf in 90 s", "nbf", inSeconds(90));
    claim("nbf a word", "nbf", "yesterday");
    claim("nbf 1e300", "nbf", new BigDecimal("1e300"));
    claim("no iat", "iat", null);
    claim("iat in 90 s", "iat", inSeconds(90));
    claim("iat a word", "iat", "now");
    claim("iat an object", "iat", Map.of());
  }

  private void addWrongClaims() {
    claim("another iss", "iss", "https://evil.example");
    claim("iss in capitals", "iss", "USER-SERVICE");
    claim("iss a malformed URL", "iss", "http://[x");
    claim("iss a list", "iss", List.of(TestTokens.ISSUER));
    claim("no iss", "iss", null);
    claim("another aud", "aud", List.of("mail"));
    claim(
        "aud in capitals",
        "aud",
        TestTokens.AUDIENCE.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList());
    claim("aud empty", "aud", List.of());
    claim("aud an object", "aud", Map.of("a", 1));
    claim("no aud", "aud", null);
    claim("sub blank", "sub", " ");
    claim("sub an object", "sub", Map.of("id", 7));
    claim("sub a list", "sub", List.of("7"));
    claim("no sub", "sub", null);
    claim("id a text", "id", "7");
    claim("id a fraction", "id", 7.5);
    claim("id 0", "id", 0);
    claim("id -7", "id", -7);
    claim("id 1e300", "id", new BigDecimal("1e300"));
    claim("no id", "id", null);
    claim("role a list", "role", List.of("admin"));
    claim("role an object", "role", Map.of("admin", true));
    claim("no role", "role", null);
  }

  private void header(String what, String name, @Nullable Object value) {
    table.accept(what, new ForgedToken(mode).header(name, value).signed());
  }

  private void claim(String what, String name, @Nullable Object value) {
    table.accept(what, new ForgedToken(mode).claim(name, value).signed());
  }
}
