package org.contractshop.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stub server as it is installed, and a caller who does not write Java. */
final class CurlIT {
  private static final Pattern ADDRESS = Pattern.compile("(\\w+)-service +(http://\\S+)");
  private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();
  private static Process server;

  private record Answer(int exitCode, String output) {}

  @BeforeAll
  static void startStubServer() throws IOException {
    String version = System.getProperty("version");
    Path jar =
        Path.of(
            System.getProperty("installed"),
            "org/contractshop/stub-server",
            version,
            "stub-server-" + version + ".jar");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            jar.toString());
    java.environment().put("STUBS_PORT", "0");
    server = java.redirectErrorStream(true).start();
    BufferedReader output = server.inputReader();
    StringBuilder said = new StringBuilder();
    while (ADDRESSES.size() < 3) {
      String line = output.readLine();
      assertThat(line).as("the stub server says:%n%s", said).isNotNull();
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        ADDRESSES.put(address.group(1).toUpperCase(Locale.ROOT) + "_SERVICE_URL", address.group(2));
        assertThat(line).doesNotContain("NOT PROVEN");
      }
    }
  }

  @AfterAll
  static void stopStubServer() {
    server.destroy();
  }

  @Test
  void reads_a_product_and_orders_it() throws Exception {
    Answer answer = order("1");
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("\"price\":129.99")
        .contains("\"total\":259.98", "\"status\":\"confirmed\"");
  }

  @Test
  void learns_what_is_short_as_from_the_real_service() throws Exception {
    Answer answer = order("101");
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.output())
        .contains("\"stock\":1")
        .contains("\"error\":\"Insufficient stock for product 101\"");
  }

  private static Answer order(String product) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            "sh", Path.of(System.getProperty("samples"), "curl/order.sh").toString(), product);
    script.environment().putAll(ADDRESSES);
    Process running = script.redirectErrorStream(true).start();
    String output = new String(running.getInputStream().readAllBytes());
    assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(running.exitValue(), output);
  }
}
