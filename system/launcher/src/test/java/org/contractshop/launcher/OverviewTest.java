package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OverviewTest {
  private final Settings settings = Settings.onFreePorts(Path.of("none"));
  @AutoClose private Overview overview;

  @BeforeEach
  void start() throws IOException {
    overview = new Overview(settings, new Live(service -> null, null), null);
  }

  @Test
  void linksEveryService() throws Exception {
    String page = send("", "GET").body();

    for (Service service : Service.values()) {
      assertThat(page)
          .contains("\"" + settings.url(service) + "/docs\"")
          .contains("\"" + settings.url(service) + "/openapi.yaml\"");
    }
    assertThat(page).doesNotContain("{");
  }

  @Test
  void saysWhatItSendsAndFetchesNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = send("", "GET");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none';");
    assertThat(send("docs.css", "GET").headers().firstValue("Content-Type"))
        .hasValue("text/css; charset=utf-8");
    assertThat(send("favicon.svg", "GET").body()).startsWith("<svg");
    assertThat(send("", "HEAD").body()).isEmpty();
  }

  @Test
  void showsNothingElse() throws Exception {
    assertThat(send("overview.html", "GET").statusCode()).isEqualTo(404);
    assertThat(send("api-docs/docs.css", "GET").statusCode()).isEqualTo(404);
    assertThat(send("", "POST").statusCode()).isEqualTo(405);
  }

  @Test
  void onlyThisMachineSeesIt() throws IOException {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      if (network.isUp() && !network.isLoopback()) {
        network
            .inetAddresses()
            .forEach(
                address ->
                    assertThat(accepts(new InetSocketAddress(address, settings.overviewPort())))
                        .as(address.toString())
                        .isFalse());
      }
    }
  }

  private static boolean accepts(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 1000);
      return true;
    } catch (IOException exception) {
      return false;
    }
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(settings.overviewUrl() + path))
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
  }
}
