package org.contractshop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Secrets;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.StartFailure;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One shop for all tests that leave it whole: started here, or the one that USER_SERVICE_URL,
 * PRODUCT_SERVICE_URL and ORDER_SERVICE_URL point to.
 */
final class SharedShop implements ParameterResolver {
  /**
   * A shop that runs.
   *
   * @param overview of the page about all services; null if it is not known
   * @param metrics of each service; empty if they are not known
   * @param adminEmail null if it is not known
   * @param adminPassword null if it is not known
   * @param data its folder; null if it is not known
   * @param spans that the services export; null if they are not known
   */
  record Running(
      Shop shop,
      URI overview,
      List<URI> metrics,
      String adminEmail,
      String adminPassword,
      Path data,
      Collector spans,
      AutoCloseable stop)
      implements AutoCloseable {
    @Override
    public void close() throws Exception {
      stop.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedShop.class))
        .computeIfAbsent(Running.class, key -> running(), Running.class);
  }

  private static Running running() {
    Map<String, String> environment = System.getenv();
    List<String> addresses =
        Stream.of(Service.values())
            .map(Service::urlVariable)
            .map(environment::get)
            .filter(Objects::nonNull)
            .toList();
    if (addresses.size() < Service.values().length) {
      return started();
    }
    return new Running(
        Shop.at(addresses.stream().map(URI::create).toList()),
        null,
        List.of(),
        environment.get(Secrets.ADMIN_EMAIL),
        environment.get(Secrets.ADMIN_PASSWORD),
        null,
        null,
        () -> {});
  }

  private static Running started() {
    try {
      Path data = Files.createTempDirectory("shop");
      Collector spans = new Collector();
      Settings settings = Settings.onFreePorts(data).with(Map.of("FAULTS", "on"));
      for (Service service : Service.values()) {
        settings = settings.with(service, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", spans.endpoint()));
      }
      ShopSystem system = new ShopSystem(settings, System.out::println);
      try {
        system.start();
      } catch (StartFailure failure) {
        stop(system, spans, data);
        throw failure;
      }
      return new Running(
          Shop.of(system.settings()),
          system.overviewUrl(),
          Stream.of(Service.values()).map(system::service).map(ServiceProcess::metricsUrl).toList(),
          system.secrets().get(Secrets.ADMIN_EMAIL),
          system.secrets().get(Secrets.ADMIN_PASSWORD),
          data,
          spans,
          () -> stop(system, spans, data));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void stop(ShopSystem system, Collector spans, Path data) throws IOException {
    system.close();
    spans.close();
    Folders.delete(data);
  }
}
