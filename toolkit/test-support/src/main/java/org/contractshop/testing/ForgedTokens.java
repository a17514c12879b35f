package org.contractshop.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.contractshop.testing.ForgedToken.base64;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of {@code Authorization} that no service may accept, each named after its defect. */
final class ForgedTokens {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final TokenMode mode;
  private final Map<String, List<String>> table = new LinkedHashMap<>();

  private ForgedTokens(TokenMode mode) {
    this.mode = mode;
  }

  static Map<String, List<String>> of(TokenMode mode) {
    ForgedTokens tokens = new ForgedTokens(mode);
    ForgedSignatures.addTo(tokens::add, mode);
    ForgedClaims.addTo(tokens::add, mode);
    tokens.addWrongForms();
    tokens.addWrongRequests();
    return tokens.table;
  }

  private void addWrongForms() {
    String good = good().signed();
    char last = good.charAt(good.length() - 1);
    add("a list for claims", good().signed("[]"));
    add("a text for claims", good().signed("\"x\""));
    add("null for claims", good().signed("null"));
    add("no JSON for claims", good().signed("{\"id\":"));
    add("claims nested deeply", good().signed("{\"a\":".repeat(600) + "1" + "}".repeat(600)));
    add("a header nested deeply", base64("[".repeat(4_000).getBytes(UTF_8)) + ".YQ.YQ");
    add("padding", good + "=");
    add("more padding", good + "==");
    add("padded segments", good.replace(".", "=."));
    add(
        "other bits behind the last byte",
        good.substring(0, good.length() - 1) + ALPHABET.charAt(ALPHABET.indexOf(last) + 1));
    add("trailing bytes", good + "AAAA");
    add("a trailing dot", good + ".");
    add("a foreign character", good + "~");
    add("truncated", good.substring(0, good.length() - 5));
    add("two segments", good.substring(0, good.lastIndexOf('.')));
    add("five segments", good + ".YQ.YQ");
    add(
        "encrypted",
        base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(UTF_8)) + "..YQ.YQ.YQ");
    add("dots only", "..");
    add("garbage", "garbage");
    add("nothing", "");
    add("far too long", "a".repeat(6_000));
  }

  private void addWrongRequests() {
    String good = good().signed();
    String forged = good().tampered("role", "admin");
    table.put("two tokens", List.of("Bearer " + good + " " + good));
    table.put("two tokens with a comma", List.of("Bearer " + good + ", Bearer " + good));
    table.put("two headers", List.of("Bearer " + good, "Bearer " + good));
    table.put("two headers, the second forged", List.of("Bearer " + good, "Bearer " + forged));
    table.put("lower-case bearer", List.of("bearer " + forged));
    table.put("no scheme", List.of(good));
    table.put("another scheme", List.of("Token " + good));
    table.put("Basic", List.of("Basic YWRhQGV4YW1wbGUuY29tOlBhc3MxMjM0IQ=="));
  }

  private ForgedToken good() {
    return new ForgedToken(mode);
  }

  private void add(String name, String token) {
    if (table.put(name, List.of("Bearer " + token)) != null) {
      throw new IllegalStateException(name + " is there twice");
    }
  }
}
