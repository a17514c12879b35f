package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the repository has nothing that opens a door. */
class NoSecretsTest {
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]" // of any kind
              + "|\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}\"" // of a JWK
              + "|\\bAKIA[0-9A-Z]{16}\\b" // of AWS
              + "|\\bgh[pousr]_[A-Za-z0-9]{36}" // of GitHub
              + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}"); // of Slack
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".shop", "node_modules");

  @Test
  void isInNoFile() throws IOException {
    Path repository = Settings.onFreePorts(Path.of("")).repository();
    List<Path> files = new ArrayList<>();
    collect(repository, files);

    assertThat(files).hasSizeGreaterThan(500);
    assertThat(files).noneMatch(NoSecretsTest::holdsSecret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN " + "EC PRIVATE KEY-----\nMHcCAQEE",
        "{\"kty\":\"EC\",\"d\" : \"" + "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}",
        "key = AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "0123456789abcdef0123456789abcdef0123"
      })
  void wouldBeFound(String text) {
    assertThat(SECRET.matcher(text).find()).isTrue();
  }

  private static void collect(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (Files.isRegularFile(child)) {
          files.add(child);
        } else if (Files.isDirectory(child) && !NOT_OURS.contains(child.getFileName().toString())) {
          collect(child, files);
        }
      }
    }
  }

  private static boolean holdsSecret(Path file) {
    try {
      return SECRET
          .matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .find();
    } catch (IOException exception) {
      throw new AssertionError(exception);
    }
  }
}
