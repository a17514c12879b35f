package org.contractshop.testing;

import static org.contractshop.testing.ForgedToken.base64;
import static org.contractshop.testing.ForgedToken.body;
import static org.contractshop.testing.ForgedToken.inSeconds;
import static org.contractshop.testing.ForgedToken.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.contractshop.base.token.TokenKeys;
import org.contractshop.testing.ForgedToken.Signing;

/** Tokens that no key of the services signed. */
final class ForgedSignatures {
  private static final byte[] OTHER_SECRET =
      "another-secret-of-more-than-32-bytes-in-all".getBytes(StandardCharsets.UTF_8);
  private static final ECKey OTHER_PAIR = TokenKeys.newKey();

  private final TokenMode mode;
  private final BiConsumer<String, String> table;

  private ForgedSignatures(TokenMode mode, BiConsumer<String, String> table) {
    this.mode = mode;
    this.table = table;
  }

  static void addTo(BiConsumer<String, String> table, TokenMode mode) {
    ForgedSignatures tokens = new ForgedSignatures(mode, table);
    try {
      tokens.addWrongSignatures();
      tokens.addPublicKeysAsSecrets();
      tokens.addKeysOfTheirOwn();
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private void addWrongSignatures() throws JOSEException {
    String good = good().signed();
    byte[] half = Arrays.copyOf(Base64.getUrlDecoder().decode(signature(good)), 16);
    byte[] secret = TestTokens.SECRET.getBytes(StandardCharsets.UTF_8);
    TokenMode other =
        mode == TokenMode.PUBLIC_KEYS ? TokenMode.SHARED_SECRET : TokenMode.PUBLIC_KEYS;
    add("the key of the other mode", new ForgedToken(other).signed());
    add("alg none", body(good().header("alg", "none").signed()));
    add("alg none, a signature", good().header("alg", "none").signed());
    add("alg nOnE", good().header("alg", "nOnE").signed());
    add("no alg", good().header("alg", null).signed());
    add("alg empty", good().header("alg", "").signed());
    add("alg a number", good().header("alg", 256).signed());
    add("alg relabelled as RS256", good().relabelled("alg", "RS256"));
    add("alg relabelled as ES384", good().relabelled("alg", "ES384"));
    add("alg relabelled as HS384", good().relabelled("alg", "HS384"));
    add("HS384", good().header("alg", "HS384").signed(hmac("HmacSHA384", secret)));
    add("HS512", good().header("alg", "HS512").signed(hmac("HmacSHA512", secret)));
    add("another secret", good().header("alg", "HS256").signed(hmac("HmacSHA256", OTHER_SECRET)));
    add("another key pair", good().header("alg", "ES256").signed(otherPair()));
    add("no signature", body(good));
    add("a signature of zeros", body(good) + base64(new byte[64]));
    add("a part of the signature", body(good) + base64(half));
    add("tampered role", good().tampered("role", "admin"));
    add("tampered id", good().tampered("id", 8));
    add("tampered exp", good().claim("exp", inSeconds(-90)).tampered("exp", inSeconds(90)));
    add("tampered typ", good().header("typ", "JWT").relabelled("typ", "at+jwt"));
  }

  private void addPublicKeysAsSecrets() throws JOSEException {
    ECKey key = TestKeys.PAIR.toPublicJWK();
    byte[] der = key.toECPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
    for (Map.Entry<String, byte[]> form :
        Map.of(
                "DER", der,
                "PEM", pem.getBytes(StandardCharsets.UTF_8),
                "JWK", key.toJSONString().getBytes(StandardCharsets.UTF_8),
                "coordinate", key.getX().decode())
            .entrySet()) {
      add(
          "the public key as a secret, as " + form.getKey(),
          good().header("alg", "HS256").signed(hmac("HmacSHA256", form.getValue())));
    }
  }

  private void addKeysOfTheirOwn() throws JOSEException {
    Map<String, Object> pair = OTHER_PAIR.toPublicJWK().toJSONObject();
    Map<String, Object> secret = Map.of("kty", "oct", "k", base64(OTHER_SECRET));
    String certificate = Base64.getEncoder().encodeToString(new byte[200]);
    add("jwk, a key pair", good().header("jwk", pair).header("kid", null).signed(otherPair()));
    add("jwk, a secret", good().header("jwk", secret).signed(hmac("HmacSHA256", OTHER_SECRET)));
    add("jku", good().header("jku", "https://evil.example/keys").signed(otherPair()));
    add("x5u", good().header("x5u", "https://evil.example/chain").signed(otherPair()));
    add("x5c", good().header("x5c", List.of(certificate)).signed(otherPair()));
    add("x5t", good().header("x5t", "AAAA").signed(otherPair()));
    for (Object kid :
        List.of(
            OTHER_PAIR.getKeyID(),
            "../../../dev/null",
            "x' OR '1'='1",
            "https://evil.example/key",
            "",
            7,
            Map.of("a", 1),
            "k".repeat(2_000))) {
      add("kid " + abbreviated(kid), good().header("kid", kid).signed(otherPair()));
    }
    add(
        "kid as path to nothing",
        good()
            .header("kid", "/dev/null")
            .signed(hmac("HmacSHA256", " ".getBytes(StandardCharsets.UTF_8))));
    add("no kid", good().header("kid", null).signed(otherPair()));
  }

  private ForgedToken good() {
    return new ForgedToken(mode);
  }

  private void add(String name, String token) {
    table.accept(name, token);
  }

  private Signing otherPair() throws JOSEException {
    var key = OTHER_PAIR.toECPrivateKey();
    return mode == TokenMode.PUBLIC_KEYS
        ? content -> TokenMode.ecdsa(key, content)
        : hmac("HmacSHA256", OTHER_SECRET);
  }

  private static Signing hmac(String algorithm, byte[] key) {
    return content -> TokenMode.hmac(algorithm, key, content);
  }

  private static String abbreviated(Object value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
