package org.contractshop.stubs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractshop.stubs.memory.Sessions;
import org.contractshop.stubs.memory.StubSource;

/**
 * Serves the stubs of all services on fixed ports, with a page that links to them. The variable
 * {@code STUBS_PORT} is the port of that page (4000); the services follow it as they do 3000, so
 * that 4001 stands for 3001. 0 means any free ports. {@code STUBS_CORS} is the origin of web pages
 * that may call them, such as {@code http://localhost:5173}.
 */
public final class StubServer implements AutoCloseable {
  static final int USUAL_PORT = 4000;

  private final List<ServedService> services = new ArrayList<>();
  private final Overview overview;

  /**
   * @param port of the overview; 0 for any free ports
   */
  public StubServer(int port) throws IOException {
    this(port, Optional.empty());
  }

  StubServer(int port, Optional<String> cors) throws IOException {
    try {
      for (StubbedService service : StubbedService.ALL) {
        services.add(
            new ServedService(service, port == 0 ? 0 : port + service.offset(), port, cors));
      }
      Sessions sessions =
          Sessions.of(
              services.stream()
                  .collect(
                      Collectors.toMap(served -> served.service().name(), ServedService::source)));
      services.forEach(served -> served.remember(sessions));
      overview = new Overview(port, services, sessions);
    } catch (IOException | RuntimeException failure) {
      services.forEach(ServedService::close);
      throw failure;
    }
  }

  public static void main(String[] arguments) {
    try {
      Optional<String> cors = Optional.ofNullable(System.getenv("STUBS_CORS"));
      StubServer stubs =
          new StubServer(
              port(System.getenv("STUBS_PORT")), cors.filter(origin -> !origin.isBlank()));
      System.out.print(stubs.greeting());
    } catch (IllegalArgumentException | IOException | StubsUnavailableException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  static int port(String variable) {
    if (variable == null || variable.isBlank()) {
      return USUAL_PORT;
    }
    if (variable.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(variable) <= 65_532) {
      return Integer.parseInt(variable);
    }
    throw new IllegalArgumentException(
        "STUBS_PORT must be a number from 0 to 65532: the port of the overview, which those of the services follow, or 0 for any free ones. It is "
            + variable);
  }

  String greeting() {
    StringBuilder text = new StringBuilder("\nThe stubs are served. Ctrl-C stops them.\n\n");
    services.forEach(
        served ->
            text.append(
                "  %-16s %s  docs: %2$s/docs%s%n"
                    .formatted(
                        served.service().name(),
                        served.url(),
                        served.service().isProven() ? "" : "  NOT PROVEN: built without tests")));
    text.append("%n  What they know:  %s%n%n".formatted(overview.url()));
    return text.toString();
  }

  ServedService service(String name) {
    return services.stream()
        .filter(served -> served.service().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param name such as {@code product-service}
   */
  public String url(String name) {
    return service(name).url();
  }

  StubSource source(String name) {
    return service(name).source();
  }

  String overviewUrl() {
    return overview.url();
  }

  @Override
  public void close() {
    overview.close();
    services.forEach(ServedService::close);
  }
}
