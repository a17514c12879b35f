package org.contractshop.tools.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecIdentity;
import org.contractshop.tools.spec.Violation;

/**
 * The last released specs: a folder for each service, since services are released one by one, each
 * with the common.yaml of its release. Their checksums are stored beside them, so that nobody edits
 * a spec together with its released copy.
 */
public final class ReleasedFiles {
  /** In the format of {@code sha256sum}. */
  public static final String CHECKSUMS = "SHA256SUMS";

  private static final String RULE = "released-files";

  private ReleasedFiles() {}

  /** What is wrong with the changes of the current specs since the last release of each service. */
  public static List<Violation> complaints(Path folder, Path specs, LocalDate today) {
    SpecFiles now = SpecFiles.read(specs);
    GateSettings settings = GateSettings.in(specs, today);
    List<Violation> complaints = new ArrayList<>();
    for (String service : services(folder)) {
      SpecFiles released = SpecFiles.of(SpecFiles.texts(folder.resolve(service)));
      complaints.addAll(CompatibilityGate.complaints(released, now, settings));
    }
    complaints.addAll(settings.violations());
    return complaints.stream().distinct().toList();
  }

  /** What is wrong with the released files themselves. */
  public static List<Violation> violations(Path folder) {
    Map<String, String> expected = expected(folder);
    Map<String, String> actual = checksums(texts(folder));
    List<Violation> violations = new ArrayList<>();
    expected.forEach(
        (file, checksum) -> {
          if (!actual.containsKey(file)) {
            violations.add(violation(folder, file, "was released, but is gone; bring it back"));
          } else if (!actual.get(file).equals(checksum)) {
            violations.add(
                violation(
                    folder,
                    file,
                    "is not what was released; undo the edit, or release with ./release"));
          }
        });
    actual.keySet().stream()
        .filter(file -> !expected.containsKey(file))
        .forEach(
            file ->
                violations.add(
                    violation(
                        folder, file, "was never released; remove it, or release with ./release")));
    return violations;
  }

  /**
   * Makes the spec of a service the released one.
   *
   * @param texts of the current specs, by file name
   */
  public static void release(String service, Map<String, String> texts, Path folder)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(service));
    for (String file : List.of(service + ".yaml", SpecFiles.COMMON)) {
      Files.writeString(own.resolve(file), texts.get(file));
    }
    String checksums =
        checksums(texts(folder)).entrySet().stream()
            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(CHECKSUMS), checksums);
  }

  /** The released services, by name. */
  private static List<String> services(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> services = Files.list(folder)) {
      return services
          .map(service -> service.getFileName().toString())
          .filter(service -> Files.exists(folder.resolve(service).resolve(service + ".yaml")))
          .sorted()
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The texts of all released files, by their path in the folder. */
  private static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    for (String service : services(folder)) {
      SpecFiles.texts(folder.resolve(service))
          .forEach((file, text) -> texts.put(service + "/" + file, text));
    }
    return texts;
  }

  private static Violation violation(Path folder, String file, String text) {
    return new Violation(RULE, folder.getFileName() + "/" + file, 1, text);
  }

  private static Map<String, String> expected(Path folder) {
    Path file = folder.resolve(CHECKSUMS);
    Map<String, String> expected = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] checksumAndName = line.split("  ", 2);
          if (checksumAndName.length == 2) {
            expected.put(checksumAndName[1], checksumAndName[0]);
          }
        }
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    }
    return expected;
  }

  private static Map<String, String> checksums(Map<String, String> texts) {
    Map<String, String> checksums = new TreeMap<>();
    texts.forEach((file, text) -> checksums.put(file, SpecIdentity.hash(text)));
    return checksums;
  }
}
