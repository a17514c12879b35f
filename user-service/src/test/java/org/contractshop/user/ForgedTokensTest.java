package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.user.ForgedToken.base64;
import static org.contractshop.user.ForgedToken.inSeconds;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ForgedTokensTest {
  private static final String OTHER_SECRET = "another-secret-of-more-than-32-bytes-in-all";

  @Autowired private JdbcClient database;
  private final Http http;

  ForgedTokensTest(@LocalServerPort int port) {
    http = new Http(port);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

  /**
   * Shows that the others are refused for what is wrong with them, and not for how they were made.
   */
  @ParameterizedTest
  @MethodSource
  void accepts(String token) {
    assertThat(http.get("/users/me", token).status()).isEqualTo(200);
  }

  static Stream<Arguments> accepts() {
    return Stream.of(
        argumentSet("a good token", new ForgedToken().signed()),
        argumentSet("exp 30 s ago", new ForgedToken().claim("exp", inSeconds(-30)).signed()),
        argumentSet("nbf in 30 s", new ForgedToken().claim("nbf", inSeconds(30)).signed()),
        argumentSet("iat in 30 s", new ForgedToken().claim("iat", inSeconds(30)).signed()),
        argumentSet("aud as text", new ForgedToken().claim("aud", "user-service").signed()));
  }

  @ParameterizedTest
  @MethodSource({"badSignatures", "badClaims", "keysInTheHeader", "noTokensAtAll"})
  void refuses(String token) {
    Response response = http.get("/users/me", token);

    response.isProblem(401, "Invalid or expired token");
    assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
  }

  static Stream<Arguments> badSignatures() {
    return Stream.of(
        argumentSet("alg none", new ForgedToken().header("alg", "none").unsigned()),
        argumentSet("alg nOnE", new ForgedToken().header("alg", "nOnE").signed()),
        argumentSet("no alg", new ForgedToken().withoutHeader("alg").signed()),
        argumentSet(
            "HS512 with the same secret",
            new ForgedToken().header("alg", "HS512").signed("HmacSHA512", TestTokens.SECRET)),
        argumentSet(
            "HS384 with the same secret",
            new ForgedToken().header("alg", "HS384").signed("HmacSHA384", TestTokens.SECRET)),
        argumentSet("RS256 over an HMAC", new ForgedToken().header("alg", "RS256").signed()),
        argumentSet("other secret", new ForgedToken().signed("HmacSHA256", OTHER_SECRET)),
        argumentSet("no signature", new ForgedToken().unsigned()),
        argumentSet("tampered role", new ForgedToken().tampered("role", "admin")),
        argumentSet("tampered id", new ForgedToken().tampered("id", 8)),
        argumentSet(
            "unknown critical header",
            new ForgedToken().header("crit", List.of("x")).header("x", 1).signed()));
  }

  static Stream<Arguments> badClaims() {
    return Stream.of(
        argumentSet("no exp", new ForgedToken().without("exp").signed()),
        argumentSet("exp 90 s ago", new ForgedToken().claim("exp", inSeconds(-90)).signed()),
        argumentSet("exp as text", new ForgedToken().claim("exp", "tomorrow").signed()),
        argumentSet("nbf in 90 s", new ForgedToken().claim("nbf", inSeconds(90)).signed()),
        argumentSet("iat in 90 s", new ForgedToken().claim("iat", inSeconds(90)).signed()),
        argumentSet("other iss", new ForgedToken().claim("iss", "https://evil.example").signed()),
        argumentSet("no iss", new ForgedToken().without("iss").signed()),
        argumentSet("other aud", new ForgedToken().claim("aud", List.of("mail")).signed()),
        argumentSet("no aud", new ForgedToken().without("aud").signed()),
        argumentSet("typ JWT", new ForgedToken().header("typ", "JWT").signed()),
        argumentSet("no typ", new ForgedToken().withoutHeader("typ").signed()),
        argumentSet("no sub", new ForgedToken().without("sub").signed()),
        argumentSet("blank sub", new ForgedToken().claim("sub", " ").signed()),
        argumentSet("sub as list", new ForgedToken().claim("sub", List.of("7")).signed()),
        argumentSet("no id", new ForgedToken().without("id").signed()),
        argumentSet("id as text", new ForgedToken().claim("id", "7").signed()),
        argumentSet("id as fraction", new ForgedToken().claim("id", 7.5).signed()),
        argumentSet("id of nobody", new ForgedToken().claim("id", 0).signed()),
        argumentSet("no role", new ForgedToken().without("role").signed()),
        argumentSet("several roles", new ForgedToken().claim("role", List.of("user")).signed()));
  }

  static Stream<Arguments> keysInTheHeader() throws JOSEException, ParseException {
    Map<String, Object> symmetric = Map.of("kty", "oct", "k", base64(OTHER_SECRET.getBytes()));
    return Stream.of(
        argumentSet(
            "jwk of its own secret",
            new ForgedToken().header("jwk", symmetric).signed("HmacSHA256", OTHER_SECRET)),
        argumentSet("jwk of its own key pair", signedWithItsOwnKeyPair()),
        argumentSet(
            "jku",
            new ForgedToken()
                .header("jku", "https://evil.example/keys")
                .signed("HmacSHA256", OTHER_SECRET)),
        argumentSet(
            "x5u",
            new ForgedToken()
                .header("x5u", "https://evil.example/chain")
                .signed("HmacSHA256", OTHER_SECRET)),
        argumentSet(
            "kid as path",
            new ForgedToken().header("kid", "../../dev/null").signed("HmacSHA256", " ")),
        argumentSet(
            "kid as SQL",
            new ForgedToken().header("kid", "x' OR '1'='1").signed("HmacSHA256", OTHER_SECRET)));
  }

  static Stream<Arguments> noTokensAtAll() {
    String good = new ForgedToken().signed();
    byte[] list = "[]".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        argumentSet("garbage", "garbage"),
        argumentSet("three dots", "..."),
        argumentSet("forbidden characters", "a b.c"),
        argumentSet("nothing", ""),
        argumentSet("truncated", good.substring(0, good.length() - 5)),
        argumentSet("two segments", good.substring(0, good.lastIndexOf('.'))),
        argumentSet("five segments", good + ".YQ.YQ"),
        argumentSet("a list", new ForgedToken().signed("HmacSHA256", TestTokens.SECRET, list)),
        argumentSet("far too long", "a".repeat(6000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWRhQGV4YW1wbGUuY29tOlBhc3MxMjM0IQ==", "Token x", "x"})
  void asksForATokenWhenThereIsAnotherKindOfAuthorization(String header) {
    Response response = http.send(http.request("/users/me").header("Authorization", header));

    response.isProblem(401, "No token provided");
    assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private static String signedWithItsOwnKeyPair() throws JOSEException, ParseException {
    ECKey pair = new ECKeyGenerator(Curve.P_256).generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .jwk(pair.toPublicJWK())
                .build(),
            SignedJWT.parse(new ForgedToken().signed()).getJWTClaimsSet());
    token.sign(new ECDSASigner(pair));
    return token.serialize();
  }
}
