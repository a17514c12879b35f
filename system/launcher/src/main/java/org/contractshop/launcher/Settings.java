package org.contractshop.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a run.
 *
 * @param repository the folder of the whole project
 * @param data the folder for everything that a run leaves behind
 * @param ports one for each service
 * @param managementPorts for health and metrics, one for each service
 * @param overviewPort of the page about all services
 * @param environment of the launcher: secrets and JVM options from the caller
 * @param overrides variables for single services, which override those of the launcher
 */
public record Settings(
    Path repository,
    Path data,
    Map<Service, Integer> ports,
    Map<Service, Integer> managementPorts,
    int overviewPort,
    Map<String, String> environment,
    Map<Service, Map<String, String>> overrides) {
  public static final String OVERVIEW_PORT = "OVERVIEW_PORT";

  /** Optimized for speed under load, once the compiler is done; docs/operating.md explains them. */
  public static final String PRODUCTION_JAVA_OPTIONS =
      "-Xmx256m -XX:+UseSerialGC -XX:Tier3DelayOn=0";

  /** Optimized for a quick start rather than for speed later; see {@code SERVICE_JAVA_OPTS}. */
  public static final String DEFAULT_JAVA_OPTIONS =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx512m";

  public static Settings of(Map<String, String> environment) {
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    Map<Service, Integer> managementPorts = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, port(environment, service.portVariable(), service.defaultPort()));
      managementPorts.put(
          service,
          port(environment, service.managementPortVariable(), service.defaultManagementPort()));
    }
    int overviewPort = port(environment, OVERVIEW_PORT, 3000);
    Path repository = findRepository();
    String data = environment.getOrDefault("SHOP_DATA", "");
    Settings settings =
        new Settings(
            repository,
            data.isBlank()
                ? repository.resolve(".shop")
                : Path.of(data).toAbsolutePath().normalize(),
            ports,
            managementPorts,
            overviewPort,
            environment,
            Map.of());
    settings.checkThatPortsDiffer();
    return settings;
  }

  /** For tests: any free ports, and nothing from the environment. */
  public static Settings onFreePorts(Path data) {
    int services = Service.values().length;
    List<Integer> free = Ports.free(2 * services + 1);
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    Map<Service, Integer> managementPorts = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, free.get(service.ordinal()));
      managementPorts.put(service, free.get(services + service.ordinal()));
    }
    return new Settings(
        findRepository(), data, ports, managementPorts, free.get(2 * services), Map.of(), Map.of());
  }

  /** With other secrets and JVM options. */
  public Settings with(Map<String, String> otherEnvironment) {
    return new Settings(
        repository, data, ports, managementPorts, overviewPort, otherEnvironment, overrides);
  }

  /** With services built in another checkout of the project. */
  public Settings from(Path otherRepository) {
    return new Settings(
        otherRepository, data, ports, managementPorts, overviewPort, environment, overrides);
  }

  public Settings with(Service service, Map<String, String> variables) {
    Map<Service, Map<String, String>> changed = new EnumMap<>(Service.class);
    changed.putAll(overrides);
    changed.put(service, variables);
    return new Settings(
        repository, data, ports, managementPorts, overviewPort, environment, changed);
  }

  public String url(Service service) {
    return "http://localhost:" + ports.get(service);
  }

  /** Where the services listen: only on this machine, unless set otherwise. */
  String address() {
    String address = environment.getOrDefault("SHOP_ADDRESS", "");
    return address.isBlank() ? "localhost" : address;
  }

  /** The URL of a PostgreSQL to use instead of starting one. */
  Optional<String> databaseUrl() {
    return Optional.ofNullable(environment.get("DATABASE_URL")).filter(url -> !url.isBlank());
  }

  public String overviewUrl() {
    return "http://localhost:" + overviewPort + "/";
  }

  /** Reports which port is taken, and what to do about it. */
  void checkPorts() {
    ports.forEach((service, port) -> checkPort(port, service.toString(), service.portVariable()));
    managementPorts.forEach(
        (service, port) ->
            checkPort(port, "the metrics of " + service, service.managementPortVariable()));
    checkPort(overviewPort, "the page about all services", OVERVIEW_PORT);
  }

  private static void checkPort(int port, String user, String variable) {
    if (!Ports.isFree(port)) {
      throw new StartFailure(
          "Port %d, for %s, is taken. Stop the program that uses it, or set %s to another port."
              .formatted(port, user, variable));
    }
  }

  private void checkThatPortsDiffer() {
    Map<String, Integer> byVariable = new TreeMap<>();
    ports.forEach((service, port) -> byVariable.put(service.portVariable(), port));
    managementPorts.forEach(
        (service, port) -> byVariable.put(service.managementPortVariable(), port));
    byVariable.put(OVERVIEW_PORT, overviewPort);
    if (byVariable.values().stream().distinct().count() < byVariable.size()) {
      throw new StartFailure("Two programs cannot share a port: " + byVariable);
    }
  }

  public List<String> javaOptions() {
    String options = environment.getOrDefault("SERVICE_JAVA_OPTS", DEFAULT_JAVA_OPTIONS).strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  /** The executable jar of the current version of the service. */
  public Path jar(Service service) {
    Path module = repository.resolve(service.toString());
    String name = "%s-%s.jar".formatted(service, ModuleVersion.of(module));
    Path jar = module.resolve("target").resolve(name);
    if (!Files.exists(jar)) {
      throw new StartFailure("There is no %s. Build it: ./mvnw -DskipTests package".formatted(jar));
    }
    return jar;
  }

  /** Where the build puts the files that make services start faster. */
  Path startFolders() {
    return repository.resolve("system/launcher/target/start");
  }

  private static int port(Map<String, String> environment, String variable, int usual) {
    String text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      return usual;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new StartFailure(
        "%s must be a port from 1 to 65535, but is \"%s\"".formatted(variable, text));
  }

  /** The first folder above our own classes that contains the specs. */
  private static Path findRepository() {
    try {
      Path classes =
          Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = classes; folder != null; folder = folder.getParent()) {
        if (Files.isDirectory(folder.resolve("api-specs"))) {
          return folder;
        }
      }
      throw new StartFailure("The launcher must stay in its repository, but is at " + classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
