package org.contractshop.stubs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Map;
import java.util.Optional;
import org.contractshop.stubs.fields.FieldsTransformer;
import org.contractshop.stubs.memory.MemoryTransformer;
import org.contractshop.stubs.memory.Sessions;
import org.contractshop.stubs.memory.StubSource;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;

/** One WireMock with the stubs of one service and its API docs. */
final class ServedService implements AutoCloseable {
  /** Takes precedence over the stubs themselves. */
  private static final int FIRST = 1;

  private static final String LOOPBACK = "127.0.0.1";

  private static final Map<String, String> DOCS =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "docs.js", "text/javascript; charset=utf-8",
          "docs.css", "text/css; charset=utf-8",
          "favicon.svg", "image/svg+xml",
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "swagger-ui-bundle.js.LICENSE.txt", "text/plain; charset=utf-8");

  private final StubbedService service;
  private final MemoryTransformer memory;
  private final FieldsTransformer fields;
  private final WireMockServer server;

  /**
   * @param overviewPort that its docs link to; 0 for no link
   * @param cors the origin of web pages that may call it
   */
  ServedService(StubbedService service, int port, int overviewPort, Optional<String> cors) {
    this.service = service;
    Service spec = spec(service.name());
    memory = new MemoryTransformer(spec);
    fields = new FieldsTransformer(spec);
    WireMockConfiguration options =
        WireMockConfiguration.options()
            .bindAddress(LOOPBACK)
            .usingFilesUnderClasspath(service.folder())
            // A web page that the user visits could control it.
            .adminAuthenticator(request -> false)
            .extensions(memory, fields)
            .disableRequestJournal();
    cors.ifPresent(origin -> options.extensions(new Cors(origin)));
    server = new WireMockServer(port == 0 ? options.dynamicPort() : options.port(port));
    try {
      server.start();
    } catch (FatalStartupException failure) {
      throw new StubsUnavailableException(
          "The stubs of %s cannot have port %d: something else uses it. Set STUBS_PORT to the first of %d free ports."
              .formatted(service.name(), port, StubbedService.ALL.size() + 1),
          failure);
    }
    fields.learn(source().mappings());
    serveDocs(overviewPort);
    for (String probe : new String[] {"/livez", "/readyz"}) {
      serve(
          probe,
          aResponse()
              .withHeader("Content-Type", "application/vnd.spring-boot.actuator.v3+json")
              .withBody("{\"status\":\"UP\"}"));
    }
  }

  private static Service spec(String name) {
    String common = SpecFiles.COMMON;
    return SpecFiles.of(
            Map.of(
                name + ".yaml",
                Resources.text("openapi/" + name + ".yaml"),
                common,
                Resources.text("openapi/" + common)))
        .service(name);
  }

  StubSource source() {
    return new StubSource(server);
  }

  void remember(Sessions sessions) {
    memory.remember(sessions);
  }

  StubbedService service() {
    return service;
  }

  String url() {
    return "http://localhost:" + server.port();
  }

  private void serveDocs(int overviewPort) {
    for (String file : new String[] {service.name() + ".yaml", "common.yaml"}) {
      String shown = file.equals("common.yaml") ? file : "openapi.yaml";
      ResponseDefinitionBuilder answer = file("application/yaml; charset=utf-8", "openapi/" + file);
      if (overviewPort != 0) {
        answer.withHeader("Link", "<http://localhost:%d/>; rel=\"up\"".formatted(overviewPort));
      }
      serve("/" + shown, answer);
    }
    DOCS.forEach((name, type) -> serve("/docs/" + name, file(type, "api-docs/" + name)));
    serve("/docs/", file(DOCS.get("index.html"), "api-docs/index.html"));
    serve("/docs", aResponse().withStatus(302).withHeader("Location", "docs/"));
  }

  private void serve(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(path)).atPriority(FIRST).willReturn(answer));
  }

  private static ResponseDefinitionBuilder file(String type, String resource) {
    return aResponse().withHeader("Content-Type", type).withBody(Resources.bytes(resource));
  }

  @Override
  public void close() {
    server.stop();
  }
}
