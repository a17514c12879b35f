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
 * Releases a service with {@code ./release} in a clone of this repository, after the first edit of
 * docs/evolving-an-api.md, which adds something to its spec. What the commit holds is cloned, and
 * nothing is pushed.
 */
final class ReleaseTrial {
  private static final String VERSION = "1.1.0";

  private final Path clone;
  private final List<String> differences = new ArrayList<>();

  private ReleaseTrial(Path clone) {
    this.clone = clone;
  }

  /**
   * @param folder is made
   * @return the problems found
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
    TextEdit edit =
        first.blocks().stream().flatMap(block -> block.edits().stream()).findFirst().orElseThrow();
    String added =
        edit.with()
            .lines()
            .filter(line -> !edit.replace().contains(line))
            .findFirst()
            .orElseThrow()
            .replace(":", "")
            .strip();
    String service = edit.file().replace(".yaml", "");
    String client = service.replace("-service", "-client");
    Files.writeString(
        clone.resolve("api-specs").resolve(edit.file()), evolution.texts().get(edit.file()));
    // Only what the release of one service can break; everything would take as long as a whole
    // build.
    replace(
        "release",
        "-Prelease verify",
        "-Prelease verify -am -pl %s,api-specs/%s".formatted(service, client));
    call("git", "commit", "-qam", first.title());

    List<String> others = releasesOfOthers(service);
    call("./release", service, VERSION);

    published(client, ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", ".pom");
    published(service, "-stubs.jar", "-openapi.jar", ".pom");
    contains("CHANGELOG.md", "## %s %s (".formatted(service, VERSION));
    contains("CHANGELOG.md", added);
    contains("api-specs/released/%s/%s".formatted(service, edit.file()), added);
    contains("pom.xml", "<%s.released>%s<".formatted(service, VERSION));
    contains("pom.xml", "<%s.version>1.1.1-SNAPSHOT<".formatted(service));
    check(releasesOfOthers(service).equals(others), "another service is released too");
    call("git", "diff", "--exit-code", "HEAD");
    call("git", "rev-parse", "-q", "--verify", "refs/tags/%s-%s".formatted(service, VERSION));
  }

  private List<String> releasesOfOthers(String service) throws IOException {
    return Files.readAllLines(clone.resolve("pom.xml")).stream()
        .filter(line -> line.contains("-service.released>") && !line.contains(service))
        .toList();
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
