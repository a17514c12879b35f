package org.contractshop.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** The data for the page about the running shop, read only when the page asks for it. */
final class Live {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int LAST_ERRORS = 5;
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  private final Function<Service, ServiceProcess> services;
  private final StockLedger stock;

  Live(Function<Service, ServiceProcess> services, DatabaseServer database) {
    this.services = services;
    this.stock = new StockLedger(database);
  }

  /**
   * @param path after {@code /live/}
   * @return null if there is no such thing
   * @throws IOException if it currently cannot be read
   */
  String read(String path) throws IOException {
    if (path.equals("stock")) {
      try {
        return stock.read();
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    for (Service service : Service.values()) {
      if (path.equals(service + "/metrics")) {
        return metrics(services.apply(service));
      }
      if (path.equals(service + "/errors")) {
        return services.apply(service).log().lastErrors(LAST_ERRORS);
      }
    }
    return null;
  }

  /** In the Prometheus format, after a line that says whether the service is ready. */
  private static String metrics(ServiceProcess service) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(service.metricsUrl()).timeout(LIMIT).build();
    try {
      String metrics = HTTP.send(request, BodyHandlers.ofString()).body();
      return "# " + (service.isReady() ? "ready" : "not ready") + "\n" + metrics;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
