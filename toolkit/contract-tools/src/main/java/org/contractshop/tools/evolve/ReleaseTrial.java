package org.contractshop.tools.evolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contractshop.tools.evolve.Walkthrough.Block;
import org.contractshop.tools.evolve.Walkthrough.Section;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Releases product-service 1.1.0 with {@code ./release} in a clone of this repository, after the
 * first edit of docs/evolving-an-api.md. What the commit holds is cloned, and nothing is pushed.
 */
final class ReleaseTrial {
  private static final String SERVICE = "product-service";
  private static final String VERSION = "1.1.0";

  /** What the release of one service can break; everything takes as long as the whole build. */
  private static final String PROVEN = "verify -pl product-service,api-specs/product-client -am";

  private final Path clone;
  private final List<String> differences = new ArrayList<>();

  private ReleaseTrial(Path clone) {
    this.clone = clone;
  }

  /**
   * @param folder is made
   * @return what is not as it must be
   */
  static List<String> differences(Path repository, Path folder)
      throws IOException, InterruptedException {
    ReleaseTrial trial = new ReleaseTrial(folder);
    trial.run(repository);
    return trial.differences;
  }

  private void run(Path repository) throws IOException, InterruptedException {
    Files.createDirectories(clone);
    call("git", "clone", "-q", repository.toString(), clone.toString());
    call("git", "config", "user.name", "Release trial");
    call("git", "config", "user.email", "release@trial.invalid");
    Section first = Walkthrough.sections(clone.resolve("docs/evolving-an-api.md")).get(0);
    Evolution evolution = new Evolution(SpecFiles.texts(clone.resolve("api-specs")));
    first.blocks().stream().filter(Block::isEdit).forEach(evolution::apply);
    Path spec = clone.resolve("api-specs/product-service.yaml");
    Files.writeString(spec, evolution.texts().get(spec.getFileName().toString()));
    replace("release", "-Prelease verify", "-Prelease " + PROVEN);
    call("git", "commit", "-qam", first.title());

    call("./release", SERVICE, VERSION);

    published("product-client", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", ".pom");
    published(SERVICE, "-stubs.jar", "-openapi.jar", ".pom");
    contains("CHANGELOG.md", "## product-service 1.1.0 (");
    contains("CHANGELOG.md", "weightGrams");
    contains("api-specs/released/product-service/product-service.yaml", "weightGrams");
    contains("pom.xml", "<product-service.released>1.1.0<");
    contains("pom.xml", "<product-service.version>1.1.1-SNAPSHOT<");
    contains("pom.xml", "<user-service.released>1.0.0<");
    call("git", "diff", "--exit-code", "HEAD");
    call("git", "rev-parse", "-q", "--verify", "refs/tags/product-service-1.1.0");
  }

  private void published(String artifact, String... endings) {
    Path folder = clone.resolve("api-specs/released/repository/org/contractshop/" + artifact);
    for (String ending : endings) {
      Path file = folder.resolve(VERSION).resolve(artifact + "-" + VERSION + ending);
      check(Files.exists(file), file + " is missing");
    }
  }

  private void contains(String file, String text) throws IOException {
    check(Files.readString(clone.resolve(file)).contains(text), file + " does not say " + text);
  }

  private void replace(String file, String text, String replacement) throws IOException {
    contains(file, text);
    Path path = clone.resolve(file);
    Files.writeString(path, Files.readString(path).replace(text, replacement));
  }

  private void call(String... words) throws IOException, InterruptedException {
    Command command = Command.run(clone, List.of(words));
    System.out.print(command.output());
    check(command.succeeded(), String.join(" ", words) + ": " + command.output());
  }

  private void check(boolean good, String complaint) {
    if (!good) {
      differences.add("The release: " + complaint);
    }
  }
}
