package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers and services are updated one by one: each client, of today and of the last release, works
 * with the stubs of either time and with today's services. The build prints the matrix. The clients
 * and stubs of the last release are those that were released.
 */
@UsesSharedShop
final class CompatibilityIT {

  private static final Path RELEASED =
      Path.of("../../api-specs/released/repository").toAbsolutePath().normalize();
  private static final Path CALLER =
      Path.of("src/test/java/org/contractshop/system/ReleasedCaller.java");

  private final Shop live;
  private final Map<String, String> matrix = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private boolean specsDiffer;
  @TempDir private Path folder;

  CompatibilityIT(SharedShop.Running running) {
    live = running.shop();
  }

  @Test
  void clientsStubsAndServicesOfTodayAndOfTheLastReleaseWorkTogether() throws Exception {
    ReleasedArtifacts released = ReleasedArtifacts.in(RELEASED);
    specsDiffer = !released.stubs().isEmpty() && released.differFrom(todaysStubs());
    String releasedClients = joined(released.clients(), libraries(false));
    // What runs was compiled against the released clients, also where today's take their place.
    Path caller =
        compile(
            "caller",
            List.of(CALLER),
            List.of(released.clients().isEmpty() ? libraries(true) : releasedClients));
    Map<String, String> clients = new LinkedHashMap<>();
    clients.put("today", joined(List.of(caller), libraries(true)));
    if (!released.clients().isEmpty()) {
      clients.put("released", joined(List.of(caller), releasedClients));
    }
    try (StubServerProcess todaysStubs = StubServerProcess.start()) {
      for (Map.Entry<String, String> client : clients.entrySet()) {
        call(client, "today's stubs", todaysStubs.shop(), "stubs");
        call(client, "today's services", live, "live");
      }
    }
    if (!released.stubs().isEmpty()) {
      try (StubServerProcess releasedStubs = StubServerProcess.start(released)) {
        for (Map.Entry<String, String> client : clients.entrySet()) {
          call(client, "released stubs", releasedStubs.shop(), "stubs");
        }
      }
    }
    System.out.println("\nWho works with whom");
    matrix.forEach((pair, outcome) -> System.out.printf("  %-36s %s%n", pair, outcome));
    assertThat(failures).isEmpty();
  }

  private void call(Map.Entry<String, String> client, String with, Shop shop, String kind)
      throws IOException, InterruptedException {
    Finished caller =
        Finished.of(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                client.getValue(),
                "org.contractshop.system.ReleasedCaller",
                shop.users().toString(),
                shop.products().toString(),
                shop.orders().toString(),
                kind));
    String output = caller.output();
    String pair = "client " + client.getKey() + ", " + with;
    long passed = output.lines().filter(line -> line.startsWith("ok ")).count();
    // A caller is told when the stub was made of another spec, and not otherwise.
    boolean sameSpec = kind.equals("live") || with.startsWith(client.getKey()) || !specsDiffer;
    boolean good =
        caller.exitCode() == 0 && passed > 0 && output.contains("was built against") == !sameSpec;
    matrix.put(
        pair, good ? passed + " ok" + (sameSpec ? "" : ", told of the other spec") : "FAILED");
    if (!good) {
      failures.add(pair + ":\n" + output);
    }
  }

  /** Those of this build, which are on the class path. */
  private static List<Path> todaysStubs() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith("-stubs.jar"))
        .map(Path::of)
        .toList();
  }

  private Path compile(String name, List<Path> sources, List<String> classPath) throws IOException {
    Path classes = Files.createDirectory(folder.resolve(name));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, classPath)));
    sources.forEach(source -> arguments.add(source.toString()));
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
        .as("compiling the %s", name)
        .isZero();
    return classes;
  }

  /** The class path of this test: with today's three clients, or without them. */
  private static String libraries(boolean withClients) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                withClients
                    || !entry.matches(".*/[a-z]+-client/target/.*|.*/client-base/target/.*"))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String joined(List<Path> first, String rest) {
    return Stream.concat(first.stream().map(Path::toString), Stream.of(rest))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
