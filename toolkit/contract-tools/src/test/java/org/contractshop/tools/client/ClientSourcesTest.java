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
          get:
            tags: [Toys]
            operationId: listToys
            summary: List the toys
            description: "In the order of `id`.\\n\\nThe toys of others aren't listed."
            parameters:
              - name: colour
                in: query
                description: Only of this colour
                schema: {type: string}
              - name: maxPrice
                in: query
                description: Only at this price or less
                schema: {type: number}
            responses:
              '200':
                description: A page of toys
                content:
                  application/json:
                    schema: {type: array, items: {$ref: '#/components/schemas/ToyResponse'}}
          post:
            tags: [Toy boxes]
            operationId: addToy
            summary: Add a toy
            security: [{bearer: []}]
            x-idempotent: true
            deprecated: true
            x-sunset: '2027-06-30'
            parameters:
              - name: box
                in: query
                required: true
                description: Where it goes
                schema: {type: string, format: uuid}
              - name: Idempotency-Key
                in: header
                description: A key
                schema: {type: string}
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/ToyResponse'}
            responses:
              '204': {description: It is added}
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
      components:
        schemas:
          ToyResponse: {type: object}
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
            "ToysApi.java",
            "ToyBoxesApi.java",
            "ListToysOptions.java",
            "AddToyOptions.java",
            "package-info.java",
            "package-info.java",
            "NameTakenException.java",
            "BoxFullException.java");
    assertThat(source("org/toys/ToyClient.java"))
        .contains("API_VERSION = \"1.2.0\"")
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
  void writes_an_interface_with_the_words_of_the_spec() throws IOException {
    generate("toy-service", "org.toys");
    assertThat(source("org/toys/ToysApi.java"))
        .contains(
            """
              /**
               * List the toys.
               *
               * <p>In the order of {@code id}.
               *
               * <p>The toys of others aren't listed.
               *
               * @param options the optional parameters
               * @return A page of toys.
               */
              @ClientOperation
              @HttpExchange(method = "GET", url = "/toys", accept = {"application/json", "application/problem+json"})
              List<ToyResponse> listToys(ListToysOptions options);

              /** The same without optional parameters. */
              default List<ToyResponse> listToys() {
                return listToys(new ListToysOptions());
              }
            """)
        .contains("import java.util.List;\nimport org.contractshop.client.ClientOperation;")
        .contains("import org.toys.model.ToyResponse;");
    assertThat(source("org/toys/ToyBoxesApi.java"))
        .contains("@param box Where it goes.")
        .contains("@throws NameTakenException 409: The name is taken, or {@code box} is full.")
        .contains("@throws ForbiddenException 409:")
        .contains("import org.contractshop.client.ForbiddenException;")
        .contains("@deprecated It ends on 2027-06-30.")
        .contains(
            "@ClientOperation(withToken = true, idempotent = true, withIdempotencyKey = true)")
        .contains("contentType = \"application/json\")\n  @Deprecated\n  void addToy(")
        .contains("(@RequestParam(\"box\") UUID box, @RequestBody ToyResponse toyResponse,")
        .contains("default void addToy(UUID box, ToyResponse toyResponse) {\n    addToy(box,");
  }

  @Test
  void writes_a_class_of_the_optional_parameters() throws IOException {
    generate("toy-service", "org.toys");
    assertThat(source("org/toys/ListToysOptions.java"))
        .contains("public final class ListToysOptions extends RequestOptions<ListToysOptions> {")
        .contains("  /** Only of this colour. */\n  public ListToysOptions colour(@Nullable String")
        .contains("return query(\"maxPrice\", maxPrice);");
    assertThat(source("org/toys/AddToyOptions.java"))
        .contains("return header(\"Idempotency-Key\", idempotencyKey);");
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
  void lets_a_client_log_in_whose_spec_returns_a_token_for_a_password() throws IOException {
    generate("toy-service", "org.toys");
    assertThat(source("org/toys/ToyClient.java")).contains("class ToyClient extends ShopClient {");
    Files.writeString(
        folder.resolve("specs/toy-service.yaml"),
        """
        info: {version: 1.2.0}
        tags: [{name: Toy owners, description: Who plays}]
        paths:
          /logins:
            post:
              tags: [Toy owners]
              operationId: enter
              summary: Enter
              requestBody:
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/EnterRequest'}
              responses:
                '200':
                  description: A token
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/EnterResponse'}
        components:
          schemas:
            EnterRequest: {type: object, required: [email, password]}
            EnterResponse: {type: object, required: [token]}
        """);
    generate("toy-service", "org.toys");
    assertThat(source("org/toys/ToyClient.java"))
        .contains(
            "class ToyClient extends ShopClient implements org.contractshop.client.PasswordLogin {",
            "return toyOwners().enter(new org.toys.model.EnterRequest(email, password)).getToken();");
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
