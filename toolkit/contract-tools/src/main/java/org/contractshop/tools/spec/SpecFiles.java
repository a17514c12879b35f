package org.contractshop.tools.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spec files of one folder, which refer to each other. */
public final class SpecFiles {
  /** The file that the services share. It describes no service. */
  public static final String COMMON = "common.yaml";

  private final Map<String, SpecNode> files = new TreeMap<>();
  private final Map<String, String> texts;
  private final Map<String, Service> services = new TreeMap<>();

  private SpecFiles(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
    List<Violation> violations = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach(
            (file, text) -> {
              YamlSource source = YamlSource.of(file, text);
              violations.addAll(source.violations());
              files.put(file, SpecNode.root(this, file, source.root()));
            });
    if (!violations.isEmpty()) {
      throw new UnreadableSpecException(violations);
    }
    files.forEach(
        (file, root) -> {
          if (!file.equals(COMMON)) {
            services.put(file, new Service(root));
          }
        });
  }

  /**
   * @throws UnreadableSpecException if a file is not YAML, or YAML that tools read differently
   */
  public static SpecFiles read(Path folder) {
    return of(texts(folder));
  }

  /**
   * @param texts by file name
   * @throws UnreadableSpecException if a file is not YAML, or YAML that tools read differently
   */
  public static SpecFiles of(Map<String, String> texts) {
    return new SpecFiles(texts);
  }

  /** The texts of the spec files in a folder, by file name. */
  public static Map<String, String> texts(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path path : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        texts.put(path.getFileName().toString(), Files.readString(path));
      }
      return texts;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  public List<SpecNode> files() {
    return List.copyOf(files.values());
  }

  /** The services, by name. */
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  /**
   * @param name such as {@code product-service}
   * @throws IllegalArgumentException if no file describes that service
   */
  public Service service(String name) {
    Service service = services.get(name + ".yaml");
    if (service == null) {
      throw new IllegalArgumentException(
          "There is no %s.yaml; the services are %s"
              .formatted(name, services().stream().map(Service::name).toList()));
    }
    return service;
  }

  public boolean has(String file) {
    return files.containsKey(file);
  }

  /** The root of a file; does not exist if there is no such file. */
  public SpecNode file(String name) {
    SpecNode file = files.get(name);
    return file == null ? SpecNode.root(this, name, null) : file;
  }

  public SpecNode commonSchema(String name) {
    return file(COMMON).at(List.of("components", "schemas", name));
  }

  public List<Operation> operations() {
    return services().stream().flatMap(service -> service.operations().stream()).toList();
  }

  /** The text of a file as it was read. */
  Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }

  /** Where a {@code $ref} leads. */
  SpecNode target(SpecNode reference) {
    String[] fileAndPointer = reference.get("$ref").text().split("#", -1);
    if (fileAndPointer.length != 2) {
      return reference.get("no pointer");
    }
    String file = fileAndPointer[0].replaceFirst("^\\./", "");
    return find(file.isEmpty() ? reference.file() : file, fileAndPointer[1], reference);
  }

  private SpecNode find(String file, String pointer, SpecNode reference) {
    @Nullable SpecNode root = files.get(file);
    if (root == null) {
      return reference.get("no such file");
    }
    return pointer.startsWith("/") ? root.at(Pointer.keys(pointer)) : root.get("no pointer");
  }
}
