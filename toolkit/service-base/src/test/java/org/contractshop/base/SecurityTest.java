package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.base.TestService.header;
import static org.contractshop.base.TestService.send;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.contractshop.base.token.TokenKeys;
import org.contractshop.base.token.TokenSigner;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may call what, as {@code META-INF/operations.json} of the tests says. */
class SecurityTest {
  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start(
          "--shop.docs.enabled=false", Things.class, ConnectionProtocolTest.Full.class);

  @RestController
  static class Things {
    @GetMapping("/open")
    String open() {
      return "open";
    }

    @PostMapping("/open")
    String write() {
      return "written";
    }

    @GetMapping({"/things/mine", "/things/{id}"})
    String thing() {
      return Caller.current().role();
    }

    @PutMapping({"/open", "/things/{id}", "/forgotten"})
    String forgottenInTheSpec() {
      return "undeclared";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer garbage", "Basic YTpi"})
  void anOpenOperationReadsNoToken(String authorization) {
    HttpRequest.Builder request = request("GET", "/open");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/things/mine, user,    200",
    "/things/mine, admin,   200",
    "/things/mine, service, 403",
    "/things/mine, USER,    403",
    "/things/7,    admin,   200",
    "/things/7,    user,    403"
  })
  void aSecuredOperationIsForItsRolesOnly(String path, String role, int status) {
    assertThat(send(request("GET", path).header("Authorization", bearer(role))).statusCode())
        .isEqualTo(status);
  }

  @Test
  void aSecuredOperationAsksForAToken() {
    HttpResponse<String> response = send(request("GET", "/things/mine"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("\"error\":\"No token provided\"");
    assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aTokenWhoseKeyIsNotKnownYetMayBeSentAgain() {
    String nobody = "http://localhost:1/.well-known/jwks.json";
    try (var verifier = TestService.startWith(List.of("--JWKS_URL=" + nobody), Things.class)) {
      HttpResponse<String> response =
          send(TestService.request(verifier, "/things/mine").header("Authorization", forged()));

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(header(response, "Retry-After")).isEqualTo("1");
      assertThat(send(TestService.request(verifier, "/readyz")).statusCode()).isEqualTo(200);
    }
  }

  private static String forged() {
    return bearer("user", TokenKeys.verifying(new ImmutableJWKSet<>(new JWKSet())));
  }

  @Test
  void twoAuthorizationHeadersAreRefused() {
    HttpRequest.Builder request =
        request("GET", "/things/mine")
            .header("Authorization", bearer("user"))
            .header("Authorization", bearer("user"));

    HttpResponse<String> response = send(request);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("\"error\":\"Invalid or expired token\"");
  }

  @ParameterizedTest
  @CsvSource({"/open, 'GET, POST'", "/things/7, GET"})
  void aMethodThatTheSpecDoesNotDeclareIsRefusedEvenIfAHandlerExists(String path, String allowed) {
    HttpResponse<String> response =
        send(request("PUT", path).header("Authorization", bearer("admin")));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo(allowed);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"PUT,/forgotten", "GET,/", "POST,/nowhere", "GET,/actuator/health", "GET,/actuator"})
  void aPathThatTheSpecDoesNotDeclareDoesNotExist(String method, String path) {
    HttpResponse<String> response =
        send(request(method, path).header("Authorization", bearer("admin")));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("urn:problem-type:not-found");
  }

  @Test
  void theOptionsOfAPathAreItsMethods() {
    HttpResponse<String> response = send(request("OPTIONS", "/open"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Allow")).isEqualTo("GET,POST,HEAD,OPTIONS");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/livez", "/readyz"})
  void probesNeedNoToken(String path) {
    assertThat(send(request("GET", path)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/open,''",
    "POST,/open,no-store",
    "GET,/things/mine,no-store",
    "POST,/full,no-store"
  })
  void onlyWhatAnybodyMayReadMayBeStored(String method, String path, String cacheControl) {
    HttpResponse<String> response = send(request(method, path));

    assertThat(header(response, "Cache-Control")).isEqualTo(cacheControl);
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static String bearer(String role) {
    return bearer(role, TokenKeys.shared(TestService.SECRET));
  }

  private static String bearer(String role, TokenKeys keys) {
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer("user-service")
            .audience(List.of(TestService.NAME))
            .subject("7")
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(60))
            .claim("id", 7)
            .claim("role", role)
            .build();
    return "Bearer " + new TokenSigner(keys).sign(claims);
  }

  private static HttpRequest.Builder request(String method, String path) {
    return TestService.request(service, path).method(method, BodyPublishers.noBody());
  }
}
