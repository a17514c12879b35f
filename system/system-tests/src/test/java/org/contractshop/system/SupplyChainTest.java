package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.api.Test;

/** What the build takes from elsewhere is what somebody looked at. */
final class SupplyChainTest {
  private static final Path REPOSITORY = Settings.onFreePorts(Path.of("")).repository();

  @Test
  void theWrapperChecksTheMavenThatItDownloads() throws IOException {
    Properties wrapper = new Properties();
    wrapper.load(
        Files.newBufferedReader(REPOSITORY.resolve(".mvn/wrapper/maven-wrapper.properties")));

    assertThat(wrapper.getProperty("distributionUrl")).startsWith("https://repo.maven.apache.org/");
    assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    assertThat(REPOSITORY.resolve(".mvn/wrapper/maven-wrapper.jar")).doesNotExist();
  }
}
