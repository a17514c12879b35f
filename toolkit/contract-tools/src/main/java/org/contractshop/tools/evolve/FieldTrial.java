package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the edits of docs/adding-a-field.md, and builds what they affect. Its fenced blocks are new
 * files, as in docs/adding-a-service.md, and {@code diff}: a line {@code --- <path>} names a file,
 * {@code @@ <line>} the line after which the following ones are looked for.
 */
final class FieldTrial {
  private static final String PAGE = "docs/adding-a-field.md";
  private static final Pattern DIFF = Pattern.compile("(?ms)^```diff\n(.*?)^```$");
  private static final Pattern VERSION =
      Pattern.compile("(?m)^  version: (?<major>\\d+)\\.(?<minor>\\d+)\\.\\d+$");

  private FieldTrial() {}

  /**
   * @param repository a copy, which is edited
   * @return the problems found
   */
  static List<String> differences(Path repository) throws IOException, InterruptedException {
    System.out.printf("%n== %s%n", PAGE);
    edit(repository);
    files(repository.resolve(PAGE)).forEach(file -> System.out.println("edit: " + file));
    String build = Build.of(services(repository));
    String output = Build.output(repository, build);
    System.out.println(build + ": " + output);
    return output.equals(Evolution.NOTHING) ? List.of() : List.of(PAGE + ": the build fails");
  }

  /** The paths of the files that the page adds or changes. */
  static Set<String> files(Path page) throws IOException {
    Set<String> files = new LinkedHashSet<>();
    edits(page).forEach(edit -> files.add(edit.file()));
    NewFile.in(page).forEach(file -> files.add(file.path()));
    return files;
  }

  /** In the order of the page. */
  static List<TextEdit> edits(Path page) throws IOException {
    return DIFF.matcher(Files.readString(page))
        .results()
        .flatMap(block -> TextEdit.ofDiff(block.group(1)).stream())
        .toList();
  }

  private static void edit(Path repository) throws IOException {
    for (TextEdit edit : edits(repository.resolve(PAGE))) {
      Path file = repository.resolve(edit.file());
      Map<String, String> edited = edit.applyTo(Map.of(edit.file(), Files.readString(file)));
      Files.writeString(file, edited.get(edit.file()));
    }
    for (NewFile file : NewFile.in(repository.resolve(PAGE))) {
      file.addTo(repository);
    }
    Path specs = repository.resolve("api-specs");
    for (String file : files(repository.resolve(PAGE))) {
      Path spec = repository.resolve(file);
      if (spec.startsWith(specs)) {
        String name = String.valueOf(spec.getFileName());
        Path released = specs.resolve("released").resolve(name.replace(".yaml", "")).resolve(name);
        String version = version(Files.readString(released)).group();
        Files.writeString(spec, withNextVersion(Files.readString(spec), version));
      }
    }
  }

  /** All services: any may be a consumer. */
  private static List<String> services(Path repository) throws IOException {
    try (Stream<Path> specs = Files.list(repository.resolve("api-specs"))) {
      return specs
          .map(spec -> spec.getFileName().toString().replace(".yaml", ""))
          .filter(service -> Files.exists(repository.resolve(service).resolve("pom.xml")))
          .sorted()
          .toList();
    }
  }

  /** A minor step after the last release; a spec that is ahead of it has already made its step. */
  private static String withNextVersion(String spec, String released) {
    Matcher version = version(spec);
    return version.group().equals(released)
        ? version.replaceFirst(
            "  version: %s.%d.0"
                .formatted(version.group("major"), Integer.parseInt(version.group("minor")) + 1))
        : spec;
  }

  private static Matcher version(String spec) {
    Matcher version = VERSION.matcher(spec);
    if (!version.find()) {
      throw new IllegalStateException("There is no version in " + spec);
    }
    return version;
  }
}
