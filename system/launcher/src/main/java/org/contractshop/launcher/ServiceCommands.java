package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that start the services: from what the build prepared for a quick start, or from
 * jars.
 */
final class ServiceCommands {
  private final Settings settings;
  private final boolean training;
  private final Map<Service, StartFolder> folders = new EnumMap<>(Service.class);

  /**
   * @param training whether processes archive their loaded classes when they end
   */
  private ServiceCommands(Settings settings, boolean training) {
    this.settings = settings;
    this.training = training;
  }

  static ServiceCommands prepare(Settings settings, boolean training) throws IOException {
    ServiceCommands commands = new ServiceCommands(settings, training);
    for (Service service : Service.values()) {
      StartFolder folder = StartFolder.of(settings, service);
      commands.folders.put(service, folder);
      if (!folder.isThere()) {
        // A build while the shop runs would replace the classes it uses.
        Path copy = commands.copy(service);
        Files.createDirectories(copy.getParent());
        Files.copy(settings.jar(service), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return commands;
  }

  ProcessBuilder command(Service service, Map<String, String> environment) {
    StartFolder folder = folders.get(service);
    Path jar = folder.isThere() ? folder.jar() : copy(service);
    List<String> options = new ArrayList<>(training ? folder.trainingOptions() : folder.options());
    // Options from the caller come last, and take precedence.
    options.addAll(settings.javaOptions());
    return ServiceProcess.command(settings.data(), jar, options, environment);
  }

  private Path copy(Service service) {
    // In a folder named after its content, since another build of it may be running.
    Path content = folders.get(service).folder().getFileName();
    return settings.data().resolve("jars").resolve(content).resolve(service + ".jar");
  }
}
