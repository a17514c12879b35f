package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  @Test
  void withoutAWordTheUsualPortsAndAFolderInTheRepositoryAreUsed() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.ports())
        .isEqualTo(Map.of(Service.USER, 3001, Service.PRODUCT, 3002, Service.ORDER, 3003));
    assertThat(settings.overviewUrl()).isEqualTo("http://localhost:3000/");
    assertThat(settings.repository().resolve("api-specs/order-service.yaml")).exists();
    assertThat(settings.data()).isEqualTo(settings.repository().resolve(".shop"));
  }

  @Test
  void theEnvironmentMovesPortsAndData(@TempDir Path data) {
    Settings settings =
        Settings.of(
            Map.of(
                "PRODUCT_PORT", "4002",
                "OVERVIEW_PORT", "4000",
                "ORDER_MANAGEMENT_PORT", "4013",
                "SHOP_DATA", data.toString(),
                "USER_PORT", ""));

    assertThat(settings.url(Service.USER)).isEqualTo("http://localhost:3001");
    assertThat(settings.url(Service.PRODUCT)).isEqualTo("http://localhost:4002");
    assertThat(settings.managementPorts())
        .isEqualTo(Map.of(Service.USER, 9001, Service.PRODUCT, 9002, Service.ORDER, 4013));
    assertThat(settings.overviewUrl()).isEqualTo("http://localhost:4000/");
    assertThat(settings.data()).isEqualTo(data);
  }

  @Test
  void theEnvironmentReplacesTheJvmOptions() {
    assertThat(Settings.of(Map.of()).javaOptions()).contains("-Xmx512m");
    assertThat(Settings.of(Map.of("SERVICE_JAVA_OPTS", "-Xmx1g  -ea")).javaOptions())
        .containsExactly("-Xmx1g", "-ea");
    assertThat(Settings.of(Map.of("SERVICE_JAVA_OPTS", "")).javaOptions()).isEmpty();
  }

  @Test
  void whatIsNotAPortIsNamed() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.of(Map.of("ORDER_PORT", "70000")))
        .withMessage("ORDER_PORT must be a port from 1 to 65535, but is \"70000\"");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.of(Map.of("ORDER_PORT", "web")))
        .withMessageContaining("\"web\"");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.of(Map.of("ORDER_PORT", "3001")))
        .withMessage(
            "Two programs cannot share a port: {ORDER_MANAGEMENT_PORT=9003, ORDER_PORT=3001,"
                + " OVERVIEW_PORT=3000, PRODUCT_MANAGEMENT_PORT=9002, PRODUCT_PORT=3002,"
                + " USER_MANAGEMENT_PORT=9001, USER_PORT=3001}");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.of(Map.of("USER_PORT", "3000")))
        .withMessageContaining("cannot share a port");
  }

  @Test
  void theTakenPortOfTheOverviewIsNamedToo(@TempDir Path data) throws IOException {
    Settings settings = Settings.onFreePorts(data);
    try (ServerSocket somebody = new ServerSocket(settings.overviewPort())) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(settings::checkPorts)
          .withMessage(
              "Port %d, for the page about all services, is taken. Stop the program that uses it, or set OVERVIEW_PORT to another port.",
              somebody.getLocalPort());
    }
    settings.checkPorts();
  }

  @Test
  void theJarIsTheExecutableOneOfTheVersionThatThePomSays(@TempDir Path repository)
      throws IOException {
    Path target = Files.createDirectories(repository.resolve("user-service/target"));
    for (String name :
        new String[] {
          "user-service-1.0.0.jar",
          "user-service-1.1.0.jar",
          "user-service-1.1.0.jar.original",
          "user-service-1.1.0-stubs.jar",
          "user-service-1.1.0-sources.jar"
        }) {
      Files.createFile(target.resolve(name));
    }
    writePom(repository, "user-service", "<version>1.1.0</version>");

    assertThat(settingsIn(repository).jar(Service.USER)).hasFileName("user-service-1.1.0.jar");

    writePom(repository, "user-service", "");

    assertThat(settingsIn(repository).jar(Service.USER)).hasFileName("user-service-1.0.0.jar");
  }

  @Test
  void aServiceThatIsNotBuiltIsNamed(@TempDir Path repository) throws IOException {
    writePom(repository, "order-service", "");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> settingsIn(repository).jar(Service.ORDER))
        .withMessageContaining("order-service-1.0.0.jar")
        .withMessageContaining("./mvnw");
  }

  private static void writePom(Path repository, String module, String version) throws IOException {
    Path folder = Files.createDirectories(repository.resolve(module));
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project>
          <parent>
            <version>1.0.0</version>
          </parent>
          %s
          <dependencies>
            <dependency>
              <version>2.0.0</version>
            </dependency>
          </dependencies>
        </project>
        """
            .formatted(version));
  }

  private static Settings settingsIn(Path repository) {
    return new Settings(
        repository, repository.resolve(".shop"), Map.of(), Map.of(), 3000, Map.of(), Map.of());
  }
}
