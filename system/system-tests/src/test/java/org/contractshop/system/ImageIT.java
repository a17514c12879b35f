package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.contractshop.launcher.Ports;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Dockerfile puts into an image, made by its own commands in a folder of this machine, and
 * run by its own entry point as a user without rights who cannot write there.
 */
final class ImageIT {
  private static final Service SERVICE = Service.PRODUCT;
  private static final Settings SETTINGS = Settings.onFreePorts(Path.of(""));
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--reuid", "10001", "--regid", "10001", "--clear-groups");

  /** Without the blocks of each folder, which the file system allots later. */
  private static final String LISTING = "ls -lRn | grep -v ^total";

  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** It starts without a database, as it does to archive its classes. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "DATABASE_URL", "postgres://none:none@localhost:1/none",
          "JWKS_URL", "http://localhost:1/jwks.json",
          "SPRING_FLYWAY_ENABLED", "false",
          "SPRING_DATASOURCE_HIKARI_INITIALIZATION_FAIL_TIMEOUT", "-1",
          "MANAGEMENT_PORT", "0",
          // Without the archive, it does not start at all.
          "JAVA_TOOL_OPTIONS", "-Xshare:on " + QUICK);

  @Test
  void theContentOfTheImageRunsWithoutRights(@TempDir Path root) throws Exception {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path scratch = Files.createDirectory(root.resolve("tmp"));
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> start = List.of();
    String health = "";
    Path folder = root;
    for (String[] step : steps()) {
      switch (step[0]) {
        case "WORKDIR" -> folder = Files.createDirectories(Path.of(in(root, step[1])));
        case "COPY" -> run(folder, "cp -r " + source(root, step[1]));
        case "RUN" -> run(folder, in(root, step[1]));
        case "ENTRYPOINT" ->
            start = List.of(JsonMapper.shared().readValue(in(root, step[1]), String[].class));
        case "HEALTHCHECK" -> health = step[1].substring(step[1].indexOf('['));
        default -> {}
      }
    }
    assertThat(run(folder, "chmod -R a-w . && ls -R")).contains("service.jsa", "spring-core");
    String content = run(folder, LISTING);

    String port = String.valueOf(Ports.free(1).get(0));
    List<String> command = new ArrayList<>(IS_ROOT ? WITHOUT_RIGHTS : List.of());
    command.addAll(start);
    command.add(command.indexOf("-jar"), "-Djava.io.tmpdir=" + scratch);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(VARIABLES);
    builder.environment().put("PORT", port);
    Path log = root.resolve("log");
    Process service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      URI uri = URI.create("http://localhost:" + port + "/health");
      assertThat(Waiting.until(LIMIT, () -> !service.isAlive() || status(uri) == 200)).isTrue();
      assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
      // It works, but is not ready without a database: the probe says so.
      ProcessBuilder probe =
          new ProcessBuilder(JsonMapper.shared().readValue(health, String[].class));
      probe.environment().put("PORT", port);
      assertThat(Finished.of(probe).exitCode()).isOne();
      if (IS_ROOT) {
        assertThat(Files.readString(Path.of("/proc/" + service.pid() + "/status")))
            .contains("Uid:\t10001\t10001");
      }
    } finally {
      service.destroy();
      service.waitFor(30, TimeUnit.SECONDS);
    }
    assertThat(run(folder, LISTING)).isEqualTo(content);
    run(folder, "chmod -R u+w .");
  }

  /** Instructions of the Dockerfile with their rests. */
  private static List<String[]> steps() throws IOException {
    Path file = SETTINGS.repository().resolve("system/deployment/Dockerfile");
    return Stream.of(
            Files.readString(file).replaceAll("(?m)^#.*\n", "").replace("\\\n", "").split("\n"))
        .map(line -> line.split(" +", 2))
        .toList();
  }

  /** A command of the image with paths of this machine, where only root can give files away. */
  private static String in(Path root, String text) {
    return (IS_ROOT ? text : text.replaceAll(" -[og] \\d+", ""))
        .replaceAll(
            "(?<![\\w./:])/(unpacked|service|tmp|keys)\\b",
            Matcher.quoteReplacement(root.toString()) + "/$1");
  }

  private static String source(Path root, String files) {
    return files.startsWith("--from")
        ? in(root, files.substring(files.indexOf(' ') + 1)).replaceFirst("/ ", "/. ")
        : SETTINGS.jar(SERVICE) + files.substring(files.lastIndexOf(' '));
  }

  private static String run(Path folder, String command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-ec", command).directory(folder.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", QUICK);
    Finished finished = Finished.of(builder);
    assertThat(finished.exitCode()).as(command + "\n" + finished.output()).isZero();
    return finished.output();
  }

  private static int status(URI uri) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
