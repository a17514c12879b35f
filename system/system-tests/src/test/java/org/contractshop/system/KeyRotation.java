package org.contractshop.system;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does to the signing keys, and callers who notice nothing. */
final class KeyRotation {
  /** Short waits, in place of minutes. */
  static final Map<String, String> ISSUER =
      Map.of("SHOP_SIGNING_RELOAD", "100ms", "SHOP_SIGNING_ACTIVATIONDELAY", "3s");

  static final Map<String, String> VERIFIER = Map.of("SHOP_TOKENS_JWKSREFRESH", "500ms");

  private final Path folder;

  KeyRotation(Path data) {
    folder = data.resolve("keys");
  }

  /** The key that a token is signed with. */
  static String keyOf(String token) {
    byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return JsonMapper.shared()
        .readTree(new String(header, StandardCharsets.UTF_8))
        .get("kid")
        .stringValue();
  }

  /** In one step, so that no half of a file is read. */
  void addKey(String name) throws IOException, GeneralSecurityException {
    Path unfinished = Files.writeString(folder.resolve(name + ".tmp"), newKey());
    Files.move(unfinished, folder.resolve(name));
  }

  void removeAllBut(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals(name)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}"
        .formatted(
            base64(key.getW().getAffineX()),
            base64(key.getW().getAffineY()),
            base64(((ECPrivateKey) pair.getPrivate()).getS()));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = new byte[32];
    byte[] digits = number.toByteArray(); // perhaps shorter, or with a sign
    int length = Math.min(digits.length, bytes.length);
    System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Callers who use all tokens that there are, at all services, and what they got. */
  static final class Callers implements AutoCloseable {
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> responses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    Callers(List<URI> resources, String token) {
      tokens.add(token);
      for (int thread = 0; thread < 4; thread++) {
        threads.execute(() -> call(resources));
      }
    }

    void alsoUse(String token) {
      tokens.add(token);
    }

    private void call(List<URI> resources) {
      while (!threads.isShutdown()) {
        for (String token : tokens) {
          for (URI resource : resources) {
            int status = Caller.bearing(token).get(resource).status();
            count(keyOf(token) + " " + status);
          }
        }
      }
    }

    private void count(String response) {
      responses.computeIfAbsent(response, any -> new AtomicInteger()).incrementAndGet();
    }

    int responses(String token, int status) {
      return responses.getOrDefault(keyOf(token) + " " + status, new AtomicInteger()).get();
    }

    Set<String> kinds() {
      return responses.keySet();
    }

    @Override
    public void close() throws InterruptedException {
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
