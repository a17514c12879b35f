package org.contractshop.user.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.contractshop.base.ConfigurationException;
import org.contractshop.base.token.TokenKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration DELAY = Duration.ofMinutes(10);

  /** Made by {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}. */
  private static final String PEM =
      """
      -----BEGIN %1$s KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCu6qR9BjcOGkYOF5
      aP48hSu5azGFuu4tMtPvgj6SO4WhRANCAARA7jLB9hYlZJxmdFyDOa8gzUS02sJf
      ZkzOg0vW7LRyWTs2KUJMaK6PAzoOkufAHCnei82mEJhibZG2kO+A4vil
      -----END %1$s KEY-----
      """
          .formatted("PRIVATE"); // no file holds a whole one

  @TempDir private Path folder;

  @Test
  void theFirstKeyIsMadeForItsOwnerOnly() throws IOException {
    SigningKeys keys = keys(folder.resolve("new"));

    Path file = folder.resolve("new/2026-11-26.jwk");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ids(keys)).containsExactly(keys.active().getKeyID());
    assertThat(keys(folder.resolve("new")).active()).isEqualTo(keys.active());
  }

  @Test
  void onlyPublicHalvesArePublished() {
    assertThat(keys(folder).published()).noneMatch(ECKey::isPrivate);
  }

  @Test
  void aNewKeySignsOnceItHasBeenPublishedForTheDelay() throws IOException {
    ECKey old = write("2026-11-01.jwk", NOW.minus(Duration.ofDays(25)));
    ECKey young = write("2026-11-26.jwk", NOW.minus(DELAY).plusSeconds(1));
    SigningKeys keys = keys(folder);
    assertThat(keys.active().getKeyID()).isEqualTo(old.getKeyID());
    assertThat(ids(keys)).containsExactly(old.getKeyID(), young.getKeyID());

    age("2026-11-26.jwk", NOW.minus(DELAY));
    keys.reload();

    assertThat(keys.active().getKeyID()).isEqualTo(young.getKeyID());
    assertThat(ids(keys)).containsExactly(old.getKeyID(), young.getKeyID());
  }

  @Test
  void ofKeysThatAreAllNewTheFirstSigns() throws IOException {
    ECKey first = write("a.jwk", NOW);
    write("b.jwk", NOW);

    assertThat(keys(folder).active().getKeyID()).isEqualTo(first.getKeyID());
  }

  @Test
  void aKeyWhoseFileIsGoneIsNotTrustedAnyMore() throws IOException {
    write("a.jwk", NOW.minus(DELAY));
    ECKey remaining = write("b.jwk", NOW.minus(DELAY));
    SigningKeys keys = keys(folder);

    Files.delete(folder.resolve("a.jwk"));
    keys.reload();

    assertThat(ids(keys)).containsExactly(remaining.getKeyID());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "secret-of-somebody"})
  void aBrokenFileIsNoReasonToStopSigning(String content) throws IOException {
    SigningKeys keys = keys(folder);
    ECKey active = keys.active();

    Files.writeString(folder.resolve("9999.jwk"), content);
    keys.reload();
    assertThat(keys.active()).isEqualTo(active);

    assertThatThrownBy(() -> keys(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("SIGNING_KEYS: ")
        .hasMessageEndingWith("9999.jwk holds no private key of the curve P-256");
  }

  @Test
  void keysOfOtherKindsAreRefused() throws Exception {
    ECKey whole = TokenKeys.newKey();
    ECKey mixed =
        new ECKey.Builder(TokenKeys.newKey().toPublicJWK())
            .privateKey(whole.toECPrivateKey())
            .build();
    for (String other :
        List.of(
            new RSAKeyGenerator(2048).generate().toJSONString(),
            whole.toPublicJWK().toJSONString(),
            mixed.toJSONString())) {
      Files.writeString(folder.resolve("other.jwk"), other);
      assertThatThrownBy(() -> keys(folder)).isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void aKeyOfOpensslWillDo() throws IOException {
    Files.writeString(folder.resolve("openssl.pem"), PEM);

    assertThat(keys(folder).active().getKeyID())
        .isEqualTo("E9P_EceEGJ0IAUb7W-T_GMSUtm46896JKo6Ndg58X2c");
  }

  private ECKey write(String file, Instant since) throws IOException {
    ECKey key = TokenKeys.newKey();
    Files.writeString(folder.resolve(file), key.toJSONString());
    age(file, since);
    return key;
  }

  private void age(String file, Instant since) throws IOException {
    Files.setLastModifiedTime(folder.resolve(file), FileTime.from(since));
  }

  private static List<String> ids(SigningKeys keys) {
    return keys.published().stream().map(ECKey::getKeyID).toList();
  }

  private static SigningKeys keys(Path folder) {
    return SigningKeys.of(folder, DELAY, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
