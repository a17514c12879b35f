package org.contractshop.base.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedKeysTest {
  private static final ECKey OLD = TokenKeys.newKey();
  private static final ECKey NEW = TokenKeys.newKey();

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer issuer;
  private final int port;
  private volatile JWKSet published = new JWKSet(OLD.toPublicJWK());
  private @Nullable PublishedKeys keys;

  PublishedKeysTest() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = issuer.getAddress().getPort();
    issuer.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] body = published.toString(false).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
    if (keys != null) {
      keys.close();
    }
  }

  @Test
  void theFirstRequestWaitsForTheKeys() throws Exception {
    issuer.start();

    assertThat(found(keys(Duration.ofHours(1)), OLD)).hasSize(1);
  }

  @Test
  void unknownKeysCauseNoRequest() throws Exception {
    issuer.start();
    PublishedKeys known = keys(Duration.ofHours(1));

    for (int attempt = 0; attempt < 100; attempt++) {
      assertThat(found(known, NEW)).isEmpty();
    }
    assertThat(requests).hasValue(1);
  }

  @Test
  void aRotationIsNoticed() {
    issuer.start();
    PublishedKeys known = keys(Duration.ofMillis(20));
    await().until(() -> found(known, OLD).size() == 1);

    published = new JWKSet(List.<JWK>of(OLD.toPublicJWK(), NEW.toPublicJWK()));
    await().until(() -> found(known, NEW).size() == 1);

    published = new JWKSet(NEW.toPublicJWK());
    await().until(() -> found(known, OLD).isEmpty());
  }

  @Test
  void anOutageOfTheIssuerChangesNothing() throws Exception {
    issuer.start();
    PublishedKeys known = keys(Duration.ofMillis(20));
    await().until(() -> found(known, OLD).size() == 1);

    published = new JWKSet();
    int before = requests.get();
    await().until(() -> requests.get() > before + 2);
    assertThat(found(known, OLD)).hasSize(1);

    issuer.stop(0);
    assertThat(found(known, OLD)).hasSize(1);
  }

  @Test
  void theIssuerMayStartLater() {
    PublishedKeys known = keys(Duration.ofHours(1));
    assertThatThrownBy(() -> found(known, OLD)).isInstanceOf(KeySourceException.class);

    issuer.start();
    await().ignoreExceptions().until(() -> found(known, OLD).size() == 1);
  }

  @Test
  void aCopyServesAStartWithoutTheIssuer() throws Exception {
    KeyCopy copy = new KeyCopy(folder.resolve("keys.json"));
    copy.write(new JWKSet(OLD));

    keys = new PublishedKeys(url(), copy, Duration.ofHours(1));

    assertThat(found(keys, OLD)).hasSize(1);
  }

  @Test
  void theCopyIsForItsOwnerAndHoldsNothingPrivate() throws Exception {
    issuer.start();
    published = new JWKSet(OLD);
    Path file = folder.resolve("keys.json");
    keys = new PublishedKeys(url(), new KeyCopy(file), Duration.ofHours(1));
    await().until(() -> Files.exists(file));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).content().contains(OLD.getKeyID()).doesNotContain(OLD.getD().toString());
  }

  private PublishedKeys keys(Duration refresh) {
    keys = new PublishedKeys(url(), null, refresh);
    return keys;
  }

  private URL url() {
    try {
      return URI.create("http://localhost:" + port + "/").toURL();
    } catch (MalformedURLException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static List<JWK> found(PublishedKeys keys, ECKey key) throws KeySourceException {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(key.getKeyID()).build()), null);
  }
}
