package org.contractshop.user.signing;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.contractshop.base.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The key pairs of a folder. All of them are published and verify tokens; the last by name signs
 * them, once it has been in the folder for the activation delay. So a rotation needs only a new
 * file, and instances that share the folder agree.
 */
public final class SigningKeys {
  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

  private final @Nullable KeyFolder folder;
  private final Duration activationDelay;
  private final Clock clock;
  private volatile List<KeyFile> keys = List.of();

  private SigningKeys(@Nullable KeyFolder folder, Duration activationDelay, Clock clock) {
    this.folder = folder;
    this.activationDelay = activationDelay;
    this.clock = clock;
  }

  /** For a service that does not sign with key pairs. */
  static SigningKeys none() {
    return new SigningKeys(null, Duration.ZERO, Clock.systemUTC());
  }

  /**
   * @throws ConfigurationException if the folder contains anything but keys
   */
  static SigningKeys of(Path path, Duration activationDelay, Clock clock) {
    KeyFolder folder = new KeyFolder(path);
    SigningKeys keys = new SigningKeys(folder, activationDelay, clock);
    try {
      folder.createFirstKey(clock.instant());
      keys.keys = folder.read();
      return keys;
    } catch (IOException exception) {
      throw new ConfigurationException("SIGNING_KEYS: " + exception.getMessage());
    }
  }

  /** Applies changes in the folder; if something is wrong there, everything stays as it was. */
  @Scheduled(fixedDelayString = "${shop.signing.reload}")
  void reload() {
    if (folder == null) {
      return;
    }
    try {
      keys = folder.read();
    } catch (IOException exception) {
      log.warn("The signing keys stay unchanged: {}", exception.getMessage());
    }
  }

  /** The public keys, the oldest first. */
  public List<ECKey> published() {
    return keys.stream().map(file -> file.key().toPublicJWK()).toList();
  }

  ECKey active() {
    List<KeyFile> all = keys;
    Instant latest = clock.instant().minus(activationDelay);
    return all.stream()
        .filter(file -> !file.since().isAfter(latest))
        .reduce((older, newer) -> newer)
        .orElse(all.get(0))
        .key();
  }

  List<JWK> select(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(List.<JWK>copyOf(published())));
  }

  List<JWK> selectActive(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(active()));
  }
}
