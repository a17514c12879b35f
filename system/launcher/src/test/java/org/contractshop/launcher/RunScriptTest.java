package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./run}, in a checkout whose programs only say how they are started. */
final class RunScriptTest {
  private static final List<String> MODULES =
      List.of("user-service", "product-service", "order-service", "system/launcher");

  @TempDir private Path folder;
  private Path checkout;
  private Path jdk;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectory(folder.resolve("with blank and ümlaut"));
    jdk = Files.createDirectories(folder.resolve("jdk/bin"));
    program(
        jdk.resolve("java"),
        """
        [ "$1" != -version ] || { echo 'openjdk version "17.0.1"'; exit; }
        echo "java $*"
        """);
    program(jdk.resolve("javac"), "");
    program(checkout.resolve("mvnw"), "echo '[ERROR] Maven was called'; exit 1");
    Files.copy(Path.of("../../run"), checkout.resolve("run"));
    for (String other : List.of(".mvn", "api-specs", "contracts", "toolkit")) {
      Files.createDirectory(checkout.resolve(other));
    }
    Files.createFile(checkout.resolve("pom.xml"));
    for (String module : MODULES) {
      Path target = Files.createDirectories(checkout.resolve(module).resolve("target"));
      Files.writeString(
          target.resolveSibling("pom.xml"),
          """
          <project>
            <parent>
              <artifactId>contractshop</artifactId>
              <version>1.0.0</version>
            </parent>
            <artifactId>any</artifactId>
            <version>1.1.0</version>
          </project>
          """);
      for (String version : List.of("1.0.0", "1.1.0", "1.1.0-stubs")) {
        Files.createFile(target.resolve(jar(module, version)));
      }
      Files.createFile(target.resolve("built"));
    }
  }

  @Test
  void startsTheVersionThatThePomSaysAlthoughAnOlderOneIsThere() throws Exception {
    assertThat(run())
        .contains("/system/launcher/target/launcher-1.1.0.jar:")
        .endsWith(Launcher.class.getName() + "\n")
        .doesNotContain("Building");
  }

  @Test
  void buildsAVersionOfAServiceThatIsNotThereYet() throws Exception {
    Files.delete(checkout.resolve("order-service/target/order-service-1.1.0.jar"));

    assertThat(run()).contains("Building, because order-service is not built yet", "Maven was");
  }

  @Test
  void installsClientsAtOnceAndStubsByTheirContractTestsAndSaysWhere() throws Exception {
    Files.createDirectories(checkout.resolve("api-specs/product-client"));
    program(
        checkout.resolve("mvnw"),
        """
        echo "$*" >"%s"
        echo '[INFO] Installing /x y/product-client-1.1.0.jar to /repo/org/contractshop/product-client/1.1.0/product-client-1.1.0.jar'
        """
            .formatted(folder.resolve("arguments")));

    assertThat(run("install"))
        .contains(
            "installed product-client-1.1.0.jar\n", "in /repo.\n", "Only the contract tests ran");
    assertThat(folder.resolve("arguments"))
        .content()
        .contains(
            " install -Dgroups=contract -pl toolkit/bom,api-specs/product-client,order-service,product-service,user-service,system/stub-server -am");
  }

  @Test
  void saysWhatCanBeRun() throws Exception {
    assertThat(run("instal")).startsWith("usage: ./run [stubs | install | ");
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", checkout.resolve("run").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder run = new ProcessBuilder(command);
    run.environment().put("JAVA_HOME", jdk.getParent().toString());
    Process process = run.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static String jar(String module, String version) {
    return Path.of(module).getFileName() + "-" + version + ".jar";
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
