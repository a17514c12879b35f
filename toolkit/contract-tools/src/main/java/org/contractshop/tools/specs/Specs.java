package org.contractshop.tools.specs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The spec files of one directory, today's or the released ones, which refer to each other. */
final class Specs {
  /** Surefire sets it; an IDE starts tests in the module. */
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."), "../../api-specs");

  private static final String COMMON = "common.yaml";

  /** The tests look at hundreds of copies of the specs, most of whose files are the same. */
  private static final Map<String, Node> PARSED = new ConcurrentHashMap<>();

  private final Map<String, SpecNode> files = new TreeMap<>();

  private Specs(Map<String, String> texts) {
    texts.forEach((file, text) -> files.put(file, SpecNode.root(this, file, parsed(file, text))));
  }

  /** The texts of today's specs, by file name. */
  static Map<String, String> currentTexts() {
    return texts(MODULE);
  }

  /** The texts of the last released specs, by file name. */
  static Map<String, String> releasedTexts() {
    return texts(MODULE.resolve("released"));
  }

  static Specs of(Map<String, String> texts) {
    return new Specs(texts);
  }

  List<SpecNode> files() {
    return List.copyOf(files.values());
  }

  /** The files that describe a service; common.yaml does not. */
  List<SpecNode> services() {
    return files().stream().filter(file -> !file.file().equals(COMMON)).toList();
  }

  SpecNode file(String name) {
    return files.get(name);
  }

  SpecNode commonSchema(String name) {
    return files.get(COMMON).at(List.of("components", "schemas", name));
  }

  /** Where a {@code $ref} leads. */
  SpecNode target(SpecNode reference) {
    String[] fileAndPointer = reference.get("$ref").text().split("#", -1);
    if (fileAndPointer.length != 2) {
      return reference.get("no pointer");
    }
    String file = fileAndPointer[0].replaceFirst("^\\./", "");
    return files.containsKey(file) || file.isEmpty()
        ? find(file.isEmpty() ? reference.file() : file, fileAndPointer[1])
        : reference.get("no such file");
  }

  List<Operation> operations() {
    return services().stream().flatMap(service -> operations(service).stream()).toList();
  }

  static List<Operation> operations(SpecNode service) {
    List<Operation> operations = new ArrayList<>();
    for (SpecNode path : service.get("paths").children()) {
      for (SpecNode child : path.children()) {
        if (Operation.METHODS.contains(child.key())) {
          operations.add(new Operation(service, path, child));
        }
      }
    }
    return operations;
  }

  private SpecNode find(String file, String pointer) {
    SpecNode node = files.get(file);
    if (!pointer.startsWith("/")) {
      return node.get("no pointer");
    }
    return node.at(Pointer.keys(pointer));
  }

  private static Node parsed(String file, String text) {
    try {
      return PARSED.computeIfAbsent(text, Specs::composed);
    } catch (MarkedYAMLException exception) {
      int line = exception.getProblemMark() == null ? 1 : exception.getProblemMark().getLine() + 1;
      throw new BrokenYamlException(new Violation(file, line, notYaml(exception)));
    }
  }

  private static Node composed(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  private static String notYaml(MarkedYAMLException exception) {
    return "this is not YAML (%s); correct it, the indentation first"
        .formatted(exception.getProblem());
  }

  private static Map<String, String> texts(Path directory) {
    try (Stream<Path> paths = Files.list(directory)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path path : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        texts.put(path.getFileName().toString(), Files.readString(path));
      }
      return texts;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
