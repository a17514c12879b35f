package org.contractshop.tools.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.Shop;
import org.contractshop.tools.compare.CompatibilityGate;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.Test;

/**
 * docs/adding-a-field.md makes few edits, none of which callers must follow. {@link FieldTrial}
 * makes them in the services, and builds those.
 */
class AddingAFieldTest {
  private static final Path PAGE = Path.of("../../docs/adding-a-field.md");
  private static final String SPEC = "product-service.yaml";

  @Test
  void it_costs_nine_files() throws IOException {
    assertThat(FieldTrial.files(PAGE)).hasSize(9);
  }

  @Test
  void its_spec_breaks_no_rule_and_needs_a_minor_version() throws IOException {
    Map<String, String> edited = new TreeMap<>(Shop.texts());
    for (TextEdit edit : FieldTrial.edits(PAGE)) {
      if (edit.file().equals("api-specs/" + SPEC)) {
        edited.put(SPEC, edit.applyTo(Map.of(edit.file(), edited.get(SPEC))).get(edit.file()));
      }
    }
    assertThat(SpecRules.violations(edited)).isEmpty();
    assertThat(
            CompatibilityGate.versionComplaints(
                SpecFiles.of(Shop.texts()), SpecFiles.of(edited), LocalDate.EPOCH))
        .singleElement()
        .asString()
        .contains("info.version must be 1.1.0 or later, is 1.0.0");
  }
}
