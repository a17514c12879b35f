package org.contractshop.tools.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;

/** Where the specs and contracts are, for builds, which start in a module, and for IDEs. */
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

  public static Service service(String name) {
    return Read.FILES.service(name);
  }

  public static List<Service> services() {
    return Read.FILES.services();
  }

  /** Cached, since reading takes long, and the tests of a module need it often. */
  private static final class Read {
    static final SpecFiles FILES = SpecFiles.read(specs());
  }

  public static Path contracts(String service) {
    return root().resolve("contracts").resolve(service);
  }

  /** The current module, if that is a service. */
  public static String currentService() {
    return String.valueOf(MODULE.getFileName());
  }

  /** The build output of the current module. */
  public static Path target() {
    return MODULE.resolve("target");
  }
}
