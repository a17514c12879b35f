package org.contractshop.tools.exchange;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the specs and contracts lie, for builds, which start in a module, and for IDEs. */
public final class Repository {
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

  private Repository() {}

  public static Path root() {
    for (Path folder = MODULE; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("api-specs"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder around " + MODULE + " holds api-specs");
  }

  static Path specs() {
    return root().resolve("api-specs");
  }

  public static Path contracts(String service) {
    return root().resolve("contracts").resolve(service);
  }

  /** What the build of the current module makes. */
  public static Path target() {
    return MODULE.resolve("target");
  }
}
