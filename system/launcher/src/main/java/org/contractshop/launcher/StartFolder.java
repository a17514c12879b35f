package org.contractshop.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A service's unpacked jar, with an archive of its loaded classes for each JDK that was trained
 * with it, which halves the startup time. The folder is named after the content of the jar, so that
 * a build never changes one in use.
 */
final class StartFolder {
  private static final int AOT_CACHES_SINCE = 25;

  private final Service service;
  private final Path folder;

  private StartFolder(Service service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  static StartFolder of(Settings settings, Service service) {
    String name = "%s-%08x".formatted(service, contentOf(settings.jar(service)));
    return new StartFolder(service, settings.startFolders().resolve(name));
  }

  Path folder() {
    return folder;
  }

  Path jar() {
    return folder.resolve(service + ".jar");
  }

  boolean isThere() {
    return Files.exists(jar());
  }

  boolean isTrained() {
    return Files.exists(archive());
  }

  /** JVM options that use the archive, if there is one for the JDK that runs us. */
  List<String> options() {
    if (!isTrained()) {
      return List.of();
    }
    // An archive that does not fit needs no warning: the JVM continues without it.
    return usesAotCaches()
        ? List.of("-XX:AOTCache=" + archive(), "-Xlog:aot*=off,cds*=off")
        : List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:cds*=off,class+path=off");
  }

  /** JVM options that create the archive when the process ends. */
  List<String> trainingOptions() {
    String option = usesAotCaches() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    return List.of(option + archive());
  }

  private Path archive() {
    String jdk = Runtime.version() + "-" + System.getProperty("os.arch");
    return folder.resolve("classes-" + jdk.replaceAll("[^A-Za-z0-9.]", "-") + ".archive");
  }

  private static boolean usesAotCaches() {
    return Runtime.version().feature() >= AOT_CACHES_SINCE;
  }

  private static int contentOf(Path jar) {
    CRC32 content = new CRC32();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        content.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
      }
      return (int) content.getValue();
    } catch (IOException e) {
      throw new StartFailure("Cannot read " + jar + ": " + e.getMessage(), e);
    }
  }
}
