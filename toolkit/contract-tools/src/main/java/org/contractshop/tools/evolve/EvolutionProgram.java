package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractshop.tools.evolve.Walkthrough.Block;
import org.contractshop.tools.evolve.Walkthrough.Section;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Plays docs/evolving-an-api.md on a copy of this repository: makes its edits, prints the output of
 * the house rules, the gate and the builds, and fails if the output of a build differs from the
 * document. Then it adds the service of docs/adding-a-service.md and the field of
 * docs/adding-a-field.md, builds and tests them, and makes a release. Run it by {@code ./mvnw
 * -Pevolve -pl toolkit/contract-tools -DskipTests verify}.
 */
public final class EvolutionProgram {
  /** What builds produce, and what would be slow to copy. */
  private static final Set<String> NOT_COPIED = Set.of("target", ".git", ".shop");

  private static final String EVOLVING = "docs/evolving-an-api.md";
  private static final String ADDING = "docs/adding-a-service.md";

  private final Path repository;
  private final Path copy;
  private final List<String> differences = new ArrayList<>();

  private EvolutionProgram(Path repository, Path copy) {
    this.repository = repository;
    this.copy = copy;
  }

  /**
   * @param arguments the folder of the repository; then {@code edits}, {@code service}, {@code
   *     field} or {@code release} for one of them, or nothing for all
   */
  public static void main(String[] arguments) throws Exception {
    Path repository = Path.of(arguments[0]).toAbsolutePath().normalize();
    String only = arguments.length == 1 ? "" : arguments[1];
    Path copy = Files.createTempDirectory("evolving-an-api");
    EvolutionProgram program = new EvolutionProgram(repository, copy.resolve("copy"));
    try {
      if (!only.equals("release")) {
        program.copyRepository();
      }
      if (only.isEmpty() || only.equals("edits")) {
        for (Section section : Walkthrough.sections(repository.resolve(EVOLVING))) {
          program.play(section);
        }
        program.save(SpecFiles.texts(repository.resolve("api-specs")));
      }
      if (only.isEmpty() || only.equals("service")) {
        program.addService();
      }
      if (only.isEmpty() || only.equals("field")) {
        program.differences.addAll(FieldTrial.differences(program.copy));
      }
      if (only.isEmpty() || only.equals("release")) {
        program.differences.addAll(ReleaseTrial.differences(repository, copy.resolve("release")));
      }
    } finally {
      delete(copy);
    }
    program.differences.forEach(System.out::println);
    System.exit(program.differences.isEmpty() ? 0 : 1);
  }

  private void play(Section section) throws IOException, InterruptedException {
    System.out.printf("%n== %s%n", section.title());
    Evolution evolution = new Evolution(SpecFiles.texts(repository.resolve("api-specs")));
    for (Block block : section.blocks()) {
      if (block.isEdit()) {
        evolution.apply(block);
        block
            .edits()
            .forEach(edit -> System.out.println("edit: " + edit.file() + " " + edit.after()));
      } else if (block.isAnswerOf("api-specs")) {
        evolution.answers().forEach(answer -> System.out.println("api-specs: " + answer));
      } else if (block.isAnswerOf("./mvnw")) {
        save(evolution.texts());
        build(section, block);
      }
    }
  }

  /** Builds the service with its own tests, without those of its dependencies. */
  private void addService() throws IOException, InterruptedException {
    System.out.printf("%n== %s%n", ADDING);
    String service = "";
    for (NewFile file : NewFile.in(repository.resolve(ADDING))) {
      file.addTo(copy);
      if (file.path().endsWith("/pom.xml")) {
        service = file.path().replace("/pom.xml", "");
      }
    }
    String output = Build.output(copy, Build.of(List.of(service)));
    System.out.println(service + ": " + output);
    if (!output.equals(Evolution.NOTHING)) {
      differences.add(ADDING + ": the build fails");
    }
  }

  private void build(Section section, Block block) throws IOException, InterruptedException {
    String output = Build.output(copy, block.argument());
    for (String line : block.lines()) {
      boolean said = output.contains(line);
      System.out.printf("%s: %s%s%n", block.argument(), said ? "" : "does not say: ", line);
      if (!said) {
        differences.add(
            "%s: %s does not say %s but%n%s"
                .formatted(section.title(), block.argument(), line, output));
      }
    }
  }

  private void save(Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(copy.resolve("api-specs").resolve(text.getKey()), text.getValue());
    }
  }

  private void copyRepository() throws IOException {
    Files.walkFileTree(
        repository,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(repository.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = copy.resolve(repository.relativize(file));
            Files.copy(file, target);
            target.toFile().setExecutable(Files.isExecutable(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }
}
