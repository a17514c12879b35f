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

  /**
   * With other stubs.
   *
   * @param folders hold what a stub jar holds
   */
  static StubServerProcess start(String version, List<Path> folders) throws IOException {
    List<String> classPath = new ArrayList<>(List.of(jar().toString()));
    folders.forEach(folder -> classPath.add(folder.toString()));
    return start(
        List.of(
            "-Dstubs.version=" + version,
            "-cp",
            String.join(File.pathSeparator, classPath),
            "org.contractshop.stubs.StubServer"));
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
