package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.ExchangeRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every difference between contracts, stubs and spec is found, and said so that it can be mended.
 */
final class PlantedDefectsTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> in_contracts_and_stubs_get_exactly_their_messages() {
    return Toys.rows("planted-defects.yaml")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get("defect").asString(),
                    () ->
                        assertThat(faults(row))
                            .containsExactlyElementsOf(Toys.texts(row.get("says")))));
  }

  @TestFactory
  Stream<DynamicTest> in_exchanges_get_exactly_their_messages() {
    return Toys.rows("exchanges.yaml")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get("defect").asString(),
                    () ->
                        assertThat(
                                ExchangeRules.mismatchesOfSpoken(Toys.exchange(row), Toys.spec()))
                            .containsExactlyElementsOf(Toys.texts(row.get("says")))));
  }

  private List<String> faults(JsonNode row) throws IOException {
    Path copy = Files.createTempDirectory(folder, "toys");
    String file = row.path("file").asString("");
    Toys.copyContracts(copy.resolve("contracts"));
    if (file.startsWith("contracts")) {
      edit(copy.resolve(file), row);
    }
    Toys.makeStubs(copy.resolve("contracts"), copy.resolve("stubs"));
    if (file.startsWith("stubs")) {
      edit(copy.resolve(file), row);
    }
    if (row.has("delete")) {
      Files.delete(copy.resolve(row.get("delete").asString()));
    }
    ContractRules rules =
        new ContractRules(Toys.spec(), copy.resolve("contracts"), copy.resolve("stubs"));
    List<String> faults = new ArrayList<>();
    for (String name : rules.names()) {
      rules.faults(name).forEach(fault -> faults.add(name + ": " + fault));
    }
    faults.addAll(rules.stubsWithoutContract());
    return faults;
  }

  private static void edit(Path file, JsonNode row) throws IOException {
    String text = Files.readString(file);
    String replaced = row.get("replace").asString();
    int place = text.indexOf(replaced);
    assertThat(place).as("%s holds %s", file, replaced).isNotNegative();
    String edited =
        text.substring(0, place)
            + row.get("with").asString()
            + text.substring(place + replaced.length());
    Files.writeString(file, edited + row.path("append").asString(""));
  }
}
