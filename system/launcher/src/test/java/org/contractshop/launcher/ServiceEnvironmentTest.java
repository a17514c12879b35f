package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceEnvironmentTest {
  @TempDir private Path data;

  @Test
  void servicesListenOnThisMachineOnlyUnlessToldOtherwise() throws IOException {
    Settings usual = Settings.onFreePorts(data);
    Settings told = usual.with(Map.of("SHOP_ADDRESS", "0.0.0.0"));

    for (Service service : Service.values()) {
      assertThat(environment(usual, service)).containsEntry("SERVER_ADDRESS", "localhost");
      assertThat(environment(told, service)).containsEntry("SERVER_ADDRESS", "0.0.0.0");
    }
  }

  @Test
  void aSecretIsToldOnlyToTheServicesThatNeedIt() throws IOException {
    Settings settings = Settings.onFreePorts(data);

    assertThat(environment(settings, Service.USER)).containsKey(Secrets.ADMIN_PASSWORD);
    assertThat(environment(settings, Service.ORDER))
        .containsKey(Secrets.SERVICE_ACCOUNT_PASSWORD)
        .doesNotContainKeys(Secrets.ADMIN_PASSWORD, Secrets.POSTGRES_PASSWORD);
    assertThat(environment(settings, Service.PRODUCT))
        .doesNotContainKeys(Secrets.ADMIN_PASSWORD, Secrets.SERVICE_ACCOUNT_PASSWORD);
  }

  @Test
  void noServiceInheritsASecretFromTheShell() {
    assertThat(
            List.of(
                "JWT_SECRET", "JWKS_URL", "ADMIN_PASSWORD", "POSTGRES_PASSWORD", "DATABASE_URL"))
        .allMatch(ServiceEnvironment::isForOneServiceOnly);
    assertThat(List.of("PATH", "LC_ALL", "SHOP_DOCS_ENABLED"))
        .noneMatch(ServiceEnvironment::isForOneServiceOnly);
  }

  @Test
  void tokensAreSignedWithKeyPairsUnlessASecretIsGiven() throws IOException {
    Settings usual = Settings.onFreePorts(data);
    Settings told = usual.with(Map.of("JWT_SECRET", "s".repeat(32)));

    assertThat(environment(usual, Service.USER))
        .containsEntry("SIGNING_KEYS", data.resolve("keys").toString())
        .containsEntry("TOKEN_AUDIENCE", "user-service,product-service,order-service")
        .doesNotContainKeys("JWT_SECRET", "JWKS_URL");
    for (Service verifier : List.of(Service.PRODUCT, Service.ORDER)) {
      assertThat(environment(usual, verifier))
          .containsEntry("JWKS_URL", usual.url(Service.USER) + "/.well-known/jwks.json")
          .containsKey("JWKS_COPY")
          .doesNotContainKeys("JWT_SECRET", "SIGNING_KEYS");
    }
    for (Service service : Service.values()) {
      assertThat(environment(told, service))
          .containsEntry("JWT_SECRET", "s".repeat(32))
          .doesNotContainKeys("SIGNING_KEYS", "JWKS_URL");
    }
  }

  private Map<String, String> environment(Settings settings, Service service) throws IOException {
    Secrets secrets = Secrets.load(data.resolve("secrets.properties"), settings.environment());
    DatabaseServer database = new ExternalPostgres("postgres://any:any@localhost/any", secrets);
    return new ServiceEnvironment(settings, secrets, database).of(service, 1, 2);
  }
}
