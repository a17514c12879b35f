package org.contractshop.tools.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSourcesTest {
  private static final String COMMON =
      """
      info: {version: 1.0.0}
      components:
        responses:
          Forbidden:
            x-problem-types: [forbidden]
            content:
              application/problem+json:
                examples:
                  forbidden:
                    summary: Not <yours>, see `role` */
                    value: {type: 'urn:problem-type:forbidden', title: Forbidden, status: 403}
      """;
  private static final String TOYS =
      """
      info: {version: 1.2.0}
      tags:
        - {name: Toys, description: What there is}
        - {name: Toy boxes, description: 'Where are they?'}
      paths:
        /toys:
          parameters: []
          get: {operationId: listToys}
          post:
            operationId: addToy
            security: [{bearer: []}]
            responses:
              '409':
                x-problem-types: [name-taken, forbidden, box-full]
                description: The name is taken, or `box` is full
                content:
                  application/problem+json:
                    examples:
                      taken:
                        summary: There is such a toy
                        value: {type: 'urn:problem-type:name-taken', title: Name taken, status: 409}
                      forbidden:
                        summary: Also a shared one
                        value: {type: 'urn:problem-type:forbidden', title: Forbidden, status: 403}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeSpecs() throws IOException {
    Files.createDirectories(folder.resolve("specs"));
    Files.writeString(folder.resolve("specs/common.yaml"), COMMON);
    Files.writeString(folder.resolve("specs/toy-service.yaml"), TOYS);
  }

  @Test
  void writes_a_client_and_its_own_exceptions() throws IOException {
    generate("toy-service", "org.toys");
    assertThat(sources())
        .containsExactlyInAnyOrder(
            "ToyClient.java",
            "ToyClientAutoConfiguration.java",
            "NameTakenException.java",
            "BoxFullException.java");
    assertThat(source("org/toys/ToyClient.java"))
        .contains("API_VERSION = \"1.2.0\"")
        .contains("Set.of(\"addToy\")")
        .contains("  /** What there is. */\n  public ToysApi toys()")
        .contains("  /** Where are they? */\n  public ToyBoxesApi toyBoxes()")
        .contains("exceptions.put(\"urn:problem-type:name-taken\", NameTakenException::new)")
        .doesNotContain("problem-type:forbidden");
    assertThat(Files.readString(folder.resolve("classes").resolve(BootSource.IMPORTS)))
        .isEqualTo("org.toys.ToyClientAutoConfiguration\n");
    assertThat(Files.readString(folder.resolve("classes").resolve(BootSource.METADATA)))
        .contains("\"shop.clients.toy.base-url\"");
  }

  @Test
  void writes_an_exception_also_if_no_example_shows_its_problem() throws IOException {
    generate("toy-service", "org.toys");
    assertThat(source("org/toys/BoxFullException.java"))
        .contains(
            "/** The name is taken, or {@code box} is full. {@code urn:problem-type:box-full}. */");
  }

  @Test
  void writes_the_shared_exceptions_once() throws IOException {
    generate("common", "org.contractshop.client");
    assertThat(sources())
        .containsExactlyInAnyOrder("CommonProblems.java", "ForbiddenException.java");
    assertThat(source("org/contractshop/client/ForbiddenException.java"))
        .contains("/** Forbidden: Not &lt;yours&gt;, see {@code role} *&#47;. Status 403,");
  }

  @Test
  void shares_the_exceptions_of_types_that_are_listed_for_all() throws IOException {
    Files.writeString(
        folder.resolve("specs/common.yaml"), COMMON + "x-problem-types: [name-taken]\n");
    generate("common", "org.contractshop.client");
    assertThat(sources()).contains("NameTakenException.java");
    generate("toy-service", "org.toys");
    assertThat(sources())
        .contains("BoxFullException.java")
        .doesNotContain("NameTakenException.java");
  }

  @Test
  void leaves_unchanged_files_alone_and_deletes_what_is_no_more() throws IOException {
    generate("toy-service", "org.toys");
    Path client = folder.resolve("sources/org/toys/ToyClient.java");
    Path boot = folder.resolve("sources/org/toys/ToyClientAutoConfiguration.java");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(client, longAgo);
    Files.setLastModifiedTime(boot, longAgo);
    Files.writeString(
        folder.resolve("specs/toy-service.yaml"), TOYS.replace("name-taken", "toy-taken"));
    generate("toy-service", "org.toys");
    assertThat(Files.getLastModifiedTime(boot)).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(client)).isGreaterThan(longAgo);
    assertThat(sources())
        .contains("ToyTakenException.java")
        .doesNotContain("NameTakenException.java");
  }

  private void generate(String spec, String javaPackage) throws IOException {
    ClientSources.write(
        SpecFiles.read(folder.resolve("specs")),
        spec,
        javaPackage,
        folder.resolve("sources"),
        folder.resolve("classes"));
  }

  private String source(String name) throws IOException {
    return Files.readString(folder.resolve("sources").resolve(name));
  }

  private List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("sources"))) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }
}
