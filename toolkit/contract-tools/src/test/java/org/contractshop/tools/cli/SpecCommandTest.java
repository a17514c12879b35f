package org.contractshop.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpecCommandTest {
  private static final String FILE = "product-service.yaml";

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();

  @BeforeEach
  void writeSpecs() throws IOException {
    write("old", Map.of());
    write(
        "new",
        Map.of(
            "      maximum: 1000000\n      example: 50", "      maximum: 1000\n      example: 50"));
    Path contracts = Files.createDirectories(folder.resolve("contracts/product-service/shop"));
    Files.writeString(
        contracts.resolve("shows_a_product.yml"),
        """
        request:
          method: GET
          url: /products/1
        response:
          status: 200
          body:
            id: 1
            stock: 50
        """);
  }

  @Test
  void comparesTwoFoldersWithTheLinesOnBothSides() {
    assertThat(compare("TEXT")).isEqualTo(1);
    assertThat(
            output
                .toString()
                .replace(folder + "/", "")
                .lines()
                .map(line -> line.replaceAll("yaml:\\d+", "yaml:LINE")))
        .containsExactly(
            "new/product-service.yaml:LINE [old/product-service.yaml:LINE] changing the maximum of"
                + " the schema PriceBound in requests from 1000000 to 1000 is breaking",
            "new/product-service.yaml:LINE info.version must be 2.0.0 or later, is 1.0.0 (released"
                + " 1.0.0)");
  }

  @Test
  void comparesOneFileOnly() {
    assertThat(run("compare", path("old/user-service.yaml"), path("new/user-service.yaml")))
        .isZero();
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void writesWhatProgramsRead() {
    compare("JSON");
    assertThat(output.toString())
        .contains(
            "\"rule\" : \"limit-changed\"", "\"kind\" : \"breaking\"", "\"effect\" : \"wire\"");
    compare("JUNIT");
    assertThat(output.toString())
        .contains(
            "<testsuite name=\"spec\" tests=\"2\" failures=\"2\">", "<failure type=\"breaking\">");
    compare("GITHUB");
    assertThat(output.toString())
        .contains("::error file=" + path("new") + "/product-service.yaml,line=");
    compare("MARKDOWN");
    assertThat(output.toString())
        .contains("### product-service", "#### Breaking", "- Changing the maximum of the schema");
  }

  @Test
  void saysWhoUsesAField() {
    assertThat(uses("ProductResponse.stock")).isZero();
    assertThat(output.toString()).contains("shop uses ProductResponse.stock in 1 contract:");
    assertThat(uses("ProductResponse.price")).isZero();
    assertThat(output.toString()).contains("No contract uses ProductResponse.price");
    assertThat(uses("ProductResponse.colour")).isEqualTo(3);
    assertThat(output.toString()).contains("product-service has no ProductResponse.colour");
  }

  @Test
  void saysInAComparisonWhoUsesWhatChanged() throws IOException {
    write("new", Map.of("        stock:\n          $ref: '#/components/schemas/Stock'\n", ""));
    run("compare", path("old"), path("new"), "--contracts=" + path("contracts"));
    assertThat(output.toString())
        .contains(
            "removing the response property stock of ProductResponse is breaking (shop reads it in"
                + " 1 contract)");
    for (String format : List.of("JSON", "JUNIT", "GITHUB")) {
      run(
          "compare",
          path("old"),
          path("new"),
          "--contracts=" + path("contracts"),
          "--format=" + format);
      assertThat(output.toString()).as(format).contains("shop reads it in 1 contract");
      output.getBuffer().setLength(0);
    }
  }

  @Test
  void checksAgainOnEverySave() throws Exception {
    StringWriter seen = new StringWriter();
    String[] arguments = {"watch", "--specs=" + path("old"), "--contracts=" + path("none")};
    Thread watcher =
        new Thread(() -> SpecCommand.run(new PrintWriter(seen, true), arguments), "watcher");
    watcher.start();
    try {
      await().until(() -> seen.toString().contains(" 0 complaints"));
      write("old", Map.of("required: true", "required: True"));
      await().until(() -> seen.toString().contains("True is no boolean for every reader of YAML"));
    } finally {
      watcher.interrupt();
      watcher.join();
    }
  }

  @Test
  void itsExitCodeTellsWhatIsWrong() throws IOException {
    assertThat(run("lint", "--specs=" + path("old"))).isZero();
    assertThat(run("lint", "--nonsense")).isEqualTo(2);
    assertThat(run("lint", "--specs=" + path("nowhere"))).isEqualTo(3);
    assertThat(run("compare", path("old"), "no-such-revision")).isEqualTo(3);
    write("new", Map.of("required: true", "required: True"));
    assertThat(run("lint", "--specs=" + path("new"))).isEqualTo(1);
    assertThat(run("compare", path("old"), path("new"))).isEqualTo(3);
    assertThat(output.toString()).contains("True is no boolean for every reader of YAML");
  }

  private int compare(String format) {
    return run("compare", path("old"), path("new"), "--format=" + format);
  }

  private int uses(String element) {
    String contracts = "--contracts=" + path("contracts");
    return run("uses", "product-service", element, "--specs=" + path("old"), contracts);
  }

  private int run(String... arguments) {
    return SpecCommand.run(new PrintWriter(output, true), arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, Map<String, String> edits) throws IOException {
    Path specs = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> text : Shop.texts().entrySet()) {
      String edited = text.getValue();
      for (Map.Entry<String, String> edit : edits.entrySet()) {
        edited =
            text.getKey().equals(FILE) ? edited.replace(edit.getKey(), edit.getValue()) : edited;
      }
      Files.writeString(specs.resolve(text.getKey()), edited);
    }
  }
}
