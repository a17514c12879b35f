package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;
import org.contractshop.product.client.ProductClient;
import org.junit.jupiter.api.Test;

/** What docs/clients.md says of versions and sizes is what the build made. */
final class ClientsPageIT {
  private static final int CLASS_FILES_OF_JAVA_1 = 44;
  private static final int KILOBYTE = 1000;

  private final String page = read("docs/clients.md");

  @Test
  void theVersionsAreThoseOfTheBuild() throws IOException {
    assertThat(page)
        .contains("| Java | %d or newer |".formatted(java(ProductClient.class)))
        .contains("| Spring Framework | %s or newer".formatted(version("spring-web")))
        .contains("| Jackson | %s or newer".formatted(version("jackson-databind")))
        .contains("jackson-annotations %s or newer".formatted(version("jackson-annotations")));
  }

  @Test
  void theJarsAreThoseThatAProgramGets() throws IOException {
    List<Path> jars = jars();
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    List<String> names =
        jars.stream()
            .map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", ""))
            .sorted()
            .toList();

    assertThat(page)
        .contains("| jars | %d: %s |".formatted(jars.size(), String.join(", ", names)))
        .contains("| size of them all | %d MB |".formatted(bytes / KILOBYTE / KILOBYTE));
  }

  @Test
  void theClientsAreSmall() throws IOException {
    assertThat(page).contains("| size of a client | less than 50 kB |");
    for (Service service : Service.values()) {
      assertThat(jar(service))
          .satisfies(it -> assertThat(Files.size(it)).isLessThan(50 * KILOBYTE));
    }
  }

  private static Path jar(Service service) throws IOException {
    String client = service.toString().replace("-service", "-client");
    try (Stream<Path> files = Files.list(Path.of("../../api-specs", client, "target"))) {
      return files
          .filter(it -> it.getFileName().toString().matches(client + "-[0-9.]+(-SNAPSHOT)?[.]jar"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  private static int java(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class");
        DataInputStream data = new DataInputStream(in)) {
      data.readInt();
      data.readUnsignedShort();
      return data.readUnsignedShort() - CLASS_FILES_OF_JAVA_1;
    }
  }

  /** The two first numbers. */
  private static String version(String library) throws IOException {
    Pattern jar = Pattern.compile(library + "-(\\d+[.]\\d+)\\b.*[.]jar");
    return jars().stream()
        .map(it -> jar.matcher(it.getFileName().toString()))
        .filter(Matcher::matches)
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow();
  }

  /** The client and what comes along with it. */
  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar(Service.PRODUCT)));
    String others = read("api-specs/product-client/target/class-path");
    for (String jar : others.split(File.pathSeparator)) {
      jars.add(Path.of(jar.strip()));
    }
    return jars;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("../..", file));
    } catch (IOException exception) {
      throw new AssertionError(exception);
    }
  }
}
