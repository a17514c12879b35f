package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stub server as people start it: its own JVM and its own jar, on ports of its own. */
final class StubServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:-service|What they know:) +(http://\\S+)");

  private final Process process;
  private final List<URI> addresses = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();

  private StubServerProcess(Process process) throws IOException {
    this.process = process;
    BufferedReader output = process.inputReader();
    while (addresses.size() < 4) {
      String line = output.readLine();
      assertThat(line).as("the stub server says:%n%s", said).isNotNull();
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        addresses.add(URI.create(address.group(1)));
      }
    }
  }

  /** With the stubs that this build proved. */
  static StubServerProcess start() throws IOException {
    return start(List.of("-jar", jar().toString()));
  }

  /** With the stubs in these jars, which are named {@code <service>-<version>-stubs.jar}. */
  static StubServerProcess start(ReleasedArtifacts released) throws IOException {
    List<String> arguments = new ArrayList<>();
    List<String> classPath = new ArrayList<>(List.of(jar().toString()));
    for (Path stubs : released.stubs()) {
      Matcher name = ReleasedArtifacts.STUBS.matcher(stubs.getFileName().toString());
      assertThat(name.matches()).as(stubs.toString()).isTrue();
      arguments.add("-Dstubs.version." + name.group(1) + "=" + name.group(2));
      classPath.add(stubs.toString());
    }
    arguments.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, classPath),
            "org.contractshop.stubs.StubServer"));
    return start(arguments);
  }

  private static StubServerProcess start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    ProcessBuilder java = new ProcessBuilder(command);
    java.environment().put("STUBS_PORT", "0");
    Process process = java.redirectErrorStream(true).start();
    try {
      return new StubServerProcess(process);
    } catch (IOException | AssertionError failure) {
      process.destroy();
      throw failure;
    }
  }

  /** What it printed when it started. */
  String said() {
    return said.toString();
  }

  Shop shop() {
    return Shop.at(addresses);
  }

  URI overview() {
    return addresses.get(3);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** As it is installed for the samples. */
  private static Path jar() throws IOException {
    Path installed = Path.of("target/repository/org/contractshop/stub-server");
    try (Stream<Path> files = Files.walk(installed)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("Run ./mvnw verify without -DskipTests first"))
          .toAbsolutePath();
    }
  }
}
