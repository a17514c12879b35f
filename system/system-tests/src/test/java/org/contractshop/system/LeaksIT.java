package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody gets into the running shop from another machine, nor learns how from what it writes. */
@UsesSharedShop
final class LeaksIT {
  private static final String PASSWORD = "canary in the mine";
  private static final String FORGED = "2026-11-26T12:00:00.000Z ERROR 1 --- forged";

  private final SharedShop.Running running;

  LeaksIT(SharedShop.Running running) {
    this.running = running;
  }

  @BeforeEach
  void onlyOfAShopStartedHere() {
    assumeFalse(running.data() == null, "Files and ports are only known of a shop started here");
  }

  @Test
  void noPasswordTokenHashOrSecretIsInALogAMetricOrATrace() throws Exception {
    Map<String, String> secrets = secrets();
    secrets.put("a password", PASSWORD);
    secrets.put("hashes", "argon2id$");
    secrets.put("a token", token());
    use(secrets.get("a token"));

    await().until(() -> isExported(Service.ORDER) && isExported(Service.USER));
    Map<String, String> written = written();
    written.put("the spans", running.spans().spans());

    assertThat(written).hasSizeGreaterThanOrEqualTo(8);
    written.forEach(
        (place, text) -> {
          assertThat(text).as(place).isNotEmpty();
          secrets.forEach(
              (name, secret) -> assertThat(text).as(name + " in " + place).doesNotContain(secret));
        });
  }

  @Test
  void nobodyWritesLinesOfTheirOwnIntoALog() throws Exception {
    String email = "a\\r\\n" + FORGED + "@example.com";
    Caller.anonymous().post(at(Service.USER, "/auth/login"), credentials(email));
    for (Service service : Service.values()) {
      status(at(service, "/products/" + encoded("\r\n" + FORGED)), "x");
      status(at(service, "/orders?a=" + encoded("\r\n" + FORGED)), "x");
    }

    written()
        .forEach(
            (place, text) ->
                assertThat(text.lines()).as(place).noneMatch(line -> line.startsWith(FORGED)));
  }

  @Test
  void onlyThisMachineReachesIt() throws Exception {
    List<Integer> ports = new ArrayList<>();
    Stream.concat(running.shop().addresses().values().stream(), running.metrics().stream())
        .forEach(uri -> ports.add(uri.getPort()));
    ports.add(running.overview().getPort());
    List<String> postgres = Files.readAllLines(running.data().resolve("postgres/postmaster.pid"));
    ports.add(Integer.valueOf(postgres.get(3)));

    for (int port : ports) {
      new Socket("127.0.0.1", port).close();
      // An address of this machine too, but not the one that it listens on.
      assertThatExceptionOfType(ConnectException.class)
          .as("port %d", port)
          .isThrownBy(() -> new Socket("127.0.0.2", port).close());
    }
  }

  private String token() {
    String email = Shop.newEmail();
    String account = credentials(email).replace("{", "{\"name\": \"Grace\", ");
    URI register = at(Service.USER, "/auth/register");
    URI login = at(Service.USER, "/auth/login");
    Caller.anonymous().post(register, account).expect(201);
    Caller.anonymous().post(register, account).expect(409);
    Caller.anonymous().post(login, credentials("nobody@example.com")).expect(401);
    return Caller.anonymous().post(login, credentials(email)).expect(200).get("token").asString();
  }

  private void use(String token) throws Exception {
    Caller customer = Caller.bearing(token);
    customer.get(at(Service.USER, "/users/me")).expect(200);
    customer.postUntilDecided(
        at(Service.ORDER, "/orders"), "{\"items\": [{\"productId\": 2, \"quantity\": 1}]}");
    for (Service service : Service.values()) {
      for (String path : List.of("/users/me", "/products", "/orders")) {
        status(at(service, path + "?token=" + token), token);
        status(at(service, path + "/" + encoded(PASSWORD)), token + "x");
      }
    }
  }

  /** Of the installation, by their names. */
  private Map<String, String> secrets() throws IOException {
    Map<String, String> secrets = new TreeMap<>();
    Properties file = new Properties();
    file.load(Files.newBufferedReader(running.data().resolve("secrets.properties")));
    file.forEach(
        (name, value) -> {
          if (name.toString().endsWith("PASSWORD")) {
            secrets.put(name.toString(), value.toString());
          }
        });
    for (Path key : files("keys")) {
      JsonNode jwk = JsonMapper.shared().readTree(Files.readString(key));
      secrets.put("a private key", jwk.get("d").asString());
    }
    assertThat(secrets).containsKeys("ADMIN_PASSWORD", "POSTGRES_PASSWORD", "a private key");
    return secrets;
  }

  /** Logs and metrics. */
  private Map<String, String> written() throws Exception {
    Map<String, String> written = new TreeMap<>();
    for (Path log : files("logs")) {
      written.put(log.toString(), Files.readString(log));
    }
    for (URI metrics : running.metrics()) {
      HttpRequest request = HttpRequest.newBuilder(metrics).build();
      written.put(
          metrics.toString(),
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }
    return written;
  }

  private List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(running.data().resolve(folder))) {
      return new ArrayList<>(files.toList());
    }
  }

  private boolean isExported(Service service) {
    return running.spans().spans().contains(service.toString());
  }

  private URI at(Service service, String path) {
    return running.shop().addresses().get(service).resolve(path);
  }

  private static String credentials(String email) {
    return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Of a request that no spec allows. */
  private static int status(URI uri, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
