package org.contractshop.system;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.contractshop.launcher.Service;

/**
 * A load balancer in front of the instances of all services, configured as in docs/operating.md.
 */
record HaProxy(Process process, Map<Service, Integer> ports) implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      global
        maxconn 2000
      defaults
        mode http
        maxconn 1000
        timeout connect 1s
        timeout client 30s
        timeout server 10s
        # What could not be sent goes to the other instance.
        retries 3
        option redispatch 1
        option httpchk GET /readyz
        default-server check inter 200ms fall 2 rise 1
      """;

  /**
   * @param ports where it listens
   * @param instances the ports of each service's instances
   */
  static HaProxy start(
      File program, Path folder, Map<Service, Integer> ports, Map<Service, List<Integer>> instances)
      throws IOException {
    String frontends =
        ports.entrySet().stream()
            .map(
                front -> {
                  Service service = front.getKey();
                  String servers =
                      instances.get(service).stream()
                          .map(port -> "  server s%1$d 127.0.0.1:%1$d\n".formatted(port))
                          .collect(Collectors.joining());
                  return "listen %s\n  bind 127.0.0.1:%d\n%s"
                      .formatted(service, front.getValue(), servers);
                })
            .collect(Collectors.joining());
    Path configuration = folder.resolve("haproxy.cfg");
    Files.writeString(configuration, CONFIGURATION + frontends);
    Process process =
        new ProcessBuilder(program.toString(), "-db", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("haproxy.log").toFile())
            .start();
    return new HaProxy(process, ports);
  }

  URI url(Service service) {
    return URI.create("http://localhost:" + ports.get(service));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
