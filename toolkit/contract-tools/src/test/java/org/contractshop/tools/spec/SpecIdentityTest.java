package org.contractshop.tools.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecIdentityTest {
  private static final String SPEC = "info:\n  version: 1.2.0\n";

  @TempDir private Path specs;

  @BeforeEach
  void writeSpecs() throws IOException {
    Files.writeString(specs.resolve("toy-service.yaml"), SPEC);
    Files.writeString(specs.resolve("common.yaml"), "paths: {}\n");
  }

  @Test
  void names_the_version() throws IOException {
    assertThat(identity().apiVersion()).isEqualTo("1.2.0");
  }

  @Test
  void differs_when_the_spec_or_its_shared_parts_do() throws IOException {
    SpecIdentity first = identity();
    Files.writeString(specs.resolve("common.yaml"), "paths: {} # other\n");
    SpecIdentity second = identity();
    Files.writeString(specs.resolve("toy-service.yaml"), SPEC + "# other\n");
    assertThat(identity()).isNotEqualTo(second);
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void is_the_same_with_the_line_ends_of_another_system() throws IOException {
    SpecIdentity here = identity();
    Files.writeString(specs.resolve("toy-service.yaml"), SPEC.replace("\n", "\r\n"));
    assertThat(identity()).isEqualTo(here);
  }

  @Test
  void has_a_short_form_of_its_hash() throws IOException {
    assertThat(identity().sha256()).hasSize(64).startsWith(identity().shortHash());
    assertThat(identity().shortHash()).hasSize(12);
  }

  private SpecIdentity identity() throws IOException {
    return SpecIdentity.of(specs, "toy-service");
  }
}
