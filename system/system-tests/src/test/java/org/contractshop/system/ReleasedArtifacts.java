package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of the last release, as they were released. There are none before the first.
 *
 * @param clients with what they are built on
 * @param stubs of all services
 */
record ReleasedArtifacts(List<Path> clients, List<Path> stubs) {
  static final Pattern STUBS = Pattern.compile("(.+)-(\\d[\\d.]*)-stubs[.]jar");

  private static final Pattern SPEC_HASH = Pattern.compile("\"specSha256\" *: *\"(\\w+)\"");

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

  /** Whether these stubs were made of other specs than the released ones. */
  boolean differFrom(List<Path> otherStubs) throws IOException {
    return !specs(stubs).equals(specs(otherStubs));
  }

  /** The hashes of the specs that the stubs were made of. */
  private static Set<String> specs(List<Path> stubs) throws IOException {
    Set<String> hashes = new TreeSet<>();
    for (Path stub : stubs) {
      try (JarFile jar = new JarFile(stub.toFile())) {
        JarEntry manifest =
            jar.stream()
                .filter(entry -> entry.getName().endsWith("/stubs.json"))
                .findAny()
                .orElseThrow();
        Matcher hash = SPEC_HASH.matcher(new String(jar.getInputStream(manifest).readAllBytes()));
        assertThat(hash.find()).as("%s names its spec", stub).isTrue();
        hashes.add(hash.group(1));
      }
    }
    return hashes;
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}
