package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prepares quick starts during the build: unpacks the services, starts them once, and lets each JVM
 * archive its loaded classes. Does nothing if nothing has changed since the last time. The system
 * also starts without it.
 */
public final class StartTraining {
  private StartTraining() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("training");
    try {
      Settings settings = Settings.onFreePorts(data);
      boolean trained = true;
      for (Service service : Service.values()) {
        StartFolder folder = StartFolder.of(settings, service);
        if (!folder.isThere()) {
          removeOthers(settings.startFolders(), service);
          unpack(settings.jar(service), folder);
        }
        trained &= folder.isTrained();
      }
      if (!trained) {
        train(settings);
      }
    } catch (StartFailure failure) {
      System.err.println("The services will start more slowly: " + failure.getMessage());
    } finally {
      Folders.delete(data);
    }
  }

  private static void train(Settings settings) {
    try (ShopSystem shop = ShopSystem.inTraining(settings)) {
      shop.start();
    }
  }

  /** Created under another name first, so that an existing folder is always complete. */
  private static void unpack(Path jar, StartFolder folder)
      throws IOException, InterruptedException {
    Path unfinished = folder.folder().resolveSibling(folder.folder().getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectories(unfinished.getParent());
    Process process =
        new ProcessBuilder(
                List.of(
                    ServiceProcess.java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    unfinished.toString(),
                    "--application-filename",
                    folder.jar().getFileName().toString()))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new StartFailure("Cannot unpack " + jar);
    }
    Files.move(unfinished, folder.folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeOthers(Path startFolders, Service service) throws IOException {
    if (Files.isDirectory(startFolders)) {
      try (Stream<Path> folders = Files.list(startFolders)) {
        for (Path folder : folders.toList()) {
          if (folder.getFileName().toString().startsWith(service + "-")) {
            Folders.delete(folder);
          }
        }
      }
    }
  }
}
