package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  private static final List<String> PASSWORDS =
      List.of(Secrets.ADMIN_PASSWORD, Secrets.SERVICE_ACCOUNT_PASSWORD, Secrets.POSTGRES_PASSWORD);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("secrets.properties");
  }

  @Test
  void secretsAreMadeOnceAndKept() throws IOException {
    Secrets first = Secrets.load(file, Map.of());
    Secrets second = Secrets.load(file, Map.of());

    assertThat(PASSWORDS)
        .allSatisfy(name -> assertThat(first.get(name)).isEqualTo(second.get(name)));
    assertThat(first.get(Secrets.ADMIN_EMAIL)).isEqualTo("admin@shop.example");
    assertThat(first.get(Secrets.SERVICE_ACCOUNT_EMAIL)).isEqualTo("order-service@shop.example");
  }

  @Test
  void everyInstallationHasItsOwnSecrets() throws IOException {
    Secrets one = Secrets.load(file, Map.of());
    Secrets other = Secrets.load(folder.resolve("other.properties"), Map.of());

    assertThat(PASSWORDS)
        .allSatisfy(name -> assertThat(one.get(name)).isNotEqualTo(other.get(name)));
  }

  @Test
  void secretsAreAsLongAsTheServicesAskFor() throws IOException {
    Secrets secrets = Secrets.load(file, Map.of());

    assertThat(PASSWORDS)
        .allSatisfy(name -> assertThat(secrets.get(name)).hasSizeBetween(8, 72).isASCII());
  }

  @Test
  void theEnvironmentWinsAndIsNotWrittenDown() throws IOException {
    Secrets given = Secrets.load(file, Map.of("ADMIN_PASSWORD", "Given-1234!", "JWT_SECRET", " "));

    assertThat(given.get(Secrets.ADMIN_PASSWORD)).isEqualTo("Given-1234!");
    assertThat(given.has(Secrets.JWT_SECRET)).isFalse();
    assertThat(file).content().doesNotContain("ADMIN_PASSWORD", "Given-1234!");

    Secrets later = Secrets.load(file, Map.of());
    assertThat(later.get(Secrets.ADMIN_PASSWORD)).isNotEqualTo("Given-1234!");
  }

  @Test
  void databasePasswordsOfTheEnvironmentAreForOtherDatabases() throws IOException {
    Secrets secrets = Secrets.load(file, Map.of("POSTGRES_PASSWORD", "of-another-server"));

    assertThat(secrets.get(Secrets.POSTGRES_PASSWORD)).isNotEqualTo("of-another-server");
  }

  @Test
  void whatPeopleChangedInTheFileStays() throws IOException {
    Files.writeString(file, "ADMIN_EMAIL=root@shop.example\n");

    assertThat(Secrets.load(file, Map.of()).get(Secrets.ADMIN_EMAIL))
        .isEqualTo("root@shop.example");
    assertThat(file).content().contains("ADMIN_EMAIL=root@shop.example", "ADMIN_PASSWORD=");
  }

  @Test
  void theSecretOfTokensComesFromTheEnvironmentOnly() throws IOException {
    Files.writeString(file, "JWT_SECRET=made-up-by-an-earlier-version\n");

    assertThat(Secrets.load(file, Map.of()).has(Secrets.JWT_SECRET)).isFalse();
    assertThat(file).content().doesNotContain("JWT_SECRET");
    assertThat(Secrets.load(file, Map.of("JWT_SECRET", "given")).get(Secrets.JWT_SECRET))
        .isEqualTo("given");
    assertThat(file).content().doesNotContain("JWT_SECRET");
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

    Secrets.load(file, Map.of());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
