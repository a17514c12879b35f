package org.contractshop.base.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class CachingJwtDecoderTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

  private long nanos;
  private final JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ZERO);
  private final CachingJwtDecoder decoder =
      new CachingJwtDecoder(this::verify, timestamps, () -> nanos);
  private int verified;

  CachingJwtDecoderTest() {
    nowIs(NOW);
  }

  @Test
  void aTokenIsVerifiedOnce() {
    Jwt first = decoder.decode("good");

    assertThat(decoder.decode("good")).isSameAs(first);
    assertThat(verified).isEqualTo(1);
  }

  @Test
  void anotherTokenIsVerifiedForItself() {
    decoder.decode("good");
    decoder.decode("gooe");

    assertThat(verified).isEqualTo(2);
  }

  @Test
  void aTokenThatIsRememberedIsRefusedOnceItHasExpired() {
    decoder.decode("good");

    nowIs(NOW.plusSeconds(61));

    assertThatThrownBy(() -> decoder.decode("good")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aTokenIsVerifiedAgainAfterAMinuteBecauseItsKeyMayBeGone() {
    decoder.decode("good");
    nanos = CachingJwtDecoder.TRUST.toNanos();
    decoder.decode("good");

    assertThat(verified).isEqualTo(2);
  }

  @Test
  void aTokenThatIsRefusedIsNotRemembered() {
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThatThrownBy(() -> decoder.decode("bad")).isInstanceOf(BadJwtException.class);
      assertThat(verified).isEqualTo(attempt);
    }
  }

  private Jwt verify(String token) {
    verified++;
    Jwt jwt =
        Jwt.withTokenValue(token)
            .header("alg", "HS256")
            .subject("7")
            .expiresAt(NOW.plusSeconds(60))
            .build();
    if (token.equals("bad") || timestamps.validate(jwt).hasErrors()) {
      throw new BadJwtException("refused");
    }
    return jwt;
  }

  private void nowIs(Instant now) {
    timestamps.setClock(Clock.fixed(now, ZoneOffset.UTC));
  }
}
