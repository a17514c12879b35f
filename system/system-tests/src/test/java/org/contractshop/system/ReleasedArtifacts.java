package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of the last release, as they were released. There are none before the first.
 *
 * @param clients with what they are built on
 * @param stubs of all services
 */
record ReleasedArtifacts(List<Path> clients, List<Path> stubs) {
  private static final Pattern STUBS =
      Pattern.compile(".+-(\\d[\\w.]*)-stubs[.]jar|.+-stubs-(\\d.*)[.]jar");

  static ReleasedArtifacts in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ReleasedArtifacts(List.of(), List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.map(Path::toAbsolutePath).sorted().toList();
      return new ReleasedArtifacts(
          jars.stream()
              .filter(jar -> name(jar).matches(".+-client-\\d.*|client-base-\\d.*"))
              .toList(),
          jars.stream().filter(jar -> STUBS.matcher(name(jar)).matches()).toList());
    }
  }

  /** All stubs of a release that are compared have one version: the stub server is told one. */
  String stubsVersion() {
    Set<String> versions =
        stubs.stream().map(ReleasedArtifacts::version).collect(Collectors.toSet());
    assertThat(versions).as("versions of the released stubs").hasSize(1);
    return versions.iterator().next();
  }

  private static String version(Path jar) {
    Matcher stubs = STUBS.matcher(name(jar));
    stubs.matches();
    return stubs.group(1) == null ? stubs.group(2) : stubs.group(1);
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}
