package org.contractshop.tools.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.contractshop.tools.Shop;
import org.contractshop.tools.spec.SpecIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StubManifestTest {
  private static final String SERVICE = "user-service";
  private static final Path SPECS = Shop.folder();
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path module;
  private Path contracts;
  private Path stubs;
  private String selection;

  @BeforeEach
  void twoContracts() throws IOException {
    // As in a build of all tests, whichever of them run now.
    selection = System.clearProperty("test");
    contracts = Files.createDirectories(module.resolve("contracts/storefront")).getParent();
    stubs = Files.createDirectories(module.resolve("target/stubs/META-INF"));
    for (String name : new String[] {"logs_in", "shows_the_profile"}) {
      Files.copy(
          SPECS.resolve("contracts/user-service/storefront/" + name + ".yml"),
          contracts.resolve("storefront/" + name + ".yml"));
    }
  }

  @AfterEach
  void restoreSelection() {
    if (selection != null) {
      System.setProperty("test", selection);
    }
  }

  @Test
  void names_the_spec_the_commit_and_what_was_proven() throws IOException {
    proved("storefront/logs_in", START);
    proved("storefront/shows_the_profile", START.plusSeconds(1));

    JsonNode manifest = write("false");

    SpecIdentity spec = SpecIdentity.of(SPECS, SERVICE);
    assertThat(manifest.get("service").asString()).isEqualTo(SERVICE);
    assertThat(manifest.get("apiVersion").asString()).isEqualTo(spec.apiVersion());
    assertThat(manifest.get("specSha256").asString()).isEqualTo(spec.sha256());
    assertThat(manifest.get("commit").asString()).isEqualTo(COMMIT);
    assertThat(manifest.get("verifiedContracts").toString())
        .isEqualTo("[\"storefront/logs_in\",\"storefront/shows_the_profile\"]");
    assertThat(manifest.has("unprovenContracts")).isFalse();
  }

  @Test
  void says_when_the_sources_differ_from_the_commit() throws IOException {
    proved("storefront/logs_in", START);
    proved("storefront/shows_the_profile", START);
    assertThat(write("true").get("commit").asString()).isEqualTo(COMMIT + "-dirty");
  }

  /** Maven gives null for a property that nobody sets. */
  @Test
  void says_that_there_is_no_commit_around_the_sources() throws IOException {
    proved("storefront/logs_in", START);
    proved("storefront/shows_the_profile", START);
    assertThat(write(null, null).get("commit").asString()).isEqualTo("unknown");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_umask_makes_no_other_jar() throws IOException {
    Path file = Files.writeString(stubs.resolve("mapping.json"), "{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(stubs, PosixFilePermissions.fromString("rwx------"));
    proved("storefront/logs_in", START);
    proved("storefront/shows_the_profile", START);

    write("false");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stubs)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void what_another_build_proved_does_not_count() {
    assertThatThrownBy(
            () -> {
              proved("storefront/logs_in", START);
              proved("storefront/shows_the_profile", START.minus(Duration.ofHours(1)));
              write("false");
            })
        .hasMessage("No test of this build proved storefront/shows_the_profile");
  }

  @Test
  void a_build_of_selected_tests_says_what_is_not_proven() throws IOException {
    System.setProperty("test", "Other");
    try {
      proved("storefront/logs_in", START);
      assertThat(write("false").get("unprovenContracts").toString())
          .isEqualTo("[\"storefront/shows_the_profile\"]");
    } finally {
      System.clearProperty("test");
    }
  }

  private void proved(String contract, Instant when) throws IOException {
    Path notes = Files.createDirectories(module.resolve("target/spec-coverage"));
    Path file = notes.resolve(when.toEpochMilli() + contract.replace('/', '-') + ".txt");
    Files.writeString(file, SERVICE + " contract " + contract + "\n");
    Files.setLastModifiedTime(file, FileTime.from(when));
  }

  private JsonNode write(String dirty) throws IOException {
    return write(COMMIT, dirty);
  }

  private JsonNode write(@Nullable String commit, @Nullable String dirty) throws IOException {
    StubManifest.main(
        new String[] {
          module.toString(),
          stubs.toString(),
          contracts.toString(),
          SPECS.toString(),
          SERVICE,
          commit,
          dirty,
          START.toString()
        });
    return JsonMapper.shared().readTree(stubs.resolve("stubs.json"));
  }
}
