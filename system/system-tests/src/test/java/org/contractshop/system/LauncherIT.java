package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few tests that check much: each start of the shop takes many seconds. */
final class LauncherIT {
  @TempDir private Path data;
  private Settings settings;

  @BeforeEach
  void choosePorts() {
    settings = Settings.onFreePorts(data);
  }

  @Test
  void aTakenPortIsNamedAndNothingIsStarted() throws IOException, InterruptedException {
    int taken = settings.ports().get(Service.ORDER);
    try (ServerSocket somebody = new ServerSocket(taken);
        LaunchedShop shop = LaunchedShop.start(settings)) {
      assertThat(shop.awaitExit()).isEqualTo(1);
      assertThat(shop.output())
          .isEqualToIgnoringNewLines(
              "Port %d, for order-service, is taken. Stop the program that uses it, or set ORDER_PORT to another port."
                  .formatted(taken));
      assertThat(data.resolve("postgres")).doesNotExist();
      assertThat(somebody.isClosed()).isFalse();
    }
  }

  @Test
  void dataOutliveAKilledLauncherWhileProcessesDoNotAndADeadServiceStopsTheRest()
      throws IOException, InterruptedException {
    String email = Shop.newEmail();
    try (LaunchedShop shop = LaunchedShop.start(settings).awaitRunning()) {
      for (Service service : Service.values()) {
        URI ready = URI.create(settings.url(service)).resolve("/readyz");
        assertThat(Sent.get(ready).status()).as("%s", service).isEqualTo(200);
      }
      Shop.of(settings).register(email).expect(201);
      shop.kill();
      shop.awaitThatNothingIsLeft();
    }
    try (LaunchedShop shop = LaunchedShop.start(settings).awaitRunning()) {
      Shop.of(settings).logIn(email);
      ProcessHandle productService = shop.process(Service.PRODUCT);
      productService.destroyForcibly();

      assertThat(shop.awaitExit()).isEqualTo(1);
      shop.awaitThatNothingIsLeft();
      assertThat(shop.output())
          .contains(
              "product-service (process %d) ended with exit code 137"
                  .formatted(productService.pid()))
          .contains(data.resolve("logs/product-service.log").toString())
          .doesNotContain("user-service (process")
          .doesNotContain("PostgreSQL (process");
    }
  }

  @Test
  void aSecondRunOnTheSameDataIsRefusedAndSigtermStopsTheFirst()
      throws IOException, InterruptedException {
    try (LaunchedShop shop = LaunchedShop.start(settings).awaitRunning();
        LaunchedShop second = LaunchedShop.start(Settings.onFreePorts(data))) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output()).startsWith("Another run").contains(data.toString());
      second.awaitThatNothingIsLeft();
      assertThat(Shop.of(settings).stock(1)).isPositive();
      assertThat(shop.output()).contains(settings.overviewUrl());

      shop.terminate();

      assertThat(shop.awaitExit()).isEqualTo(143);
      shop.awaitThatNothingIsLeft();
      assertThat(shop.output()).contains("Stopping PostgreSQL").doesNotContain("ended with");
    }
  }
}
