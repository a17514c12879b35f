package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final Pattern RELEASE = Pattern.compile("<release>(.+)</release>");
  private static final Pattern SPEC_HASH = Pattern.compile("\"specSha256\" *: *\"(\\w+)\"");

  /**
   * @param repository a Maven repository, which need not exist
   */
  static ReleasedArtifacts in(Path repository) throws IOException {
    Path group = repository.resolve("org/contractshop");
    List<Path> clients = new ArrayList<>();
    List<Path> stubs = new ArrayList<>();
    if (Files.isDirectory(group)) {
      try (Stream<Path> artifacts = Files.list(group)) {
        for (Path artifact : artifacts.sorted().toList()) {
          String name = artifact.getFileName().toString();
          String version = lastVersion(artifact);
          Path jar = artifact.resolve(version).resolve(name + "-" + version + ".jar");
          Path stub = artifact.resolve(version).resolve(name + "-" + version + "-stubs.jar");
          Stream.of(jar).filter(Files::exists).forEach(clients::add);
          Stream.of(stub).filter(Files::exists).forEach(stubs::add);
        }
      }
    }
    return new ReleasedArtifacts(clients, stubs);
  }

  private static String lastVersion(Path artifact) throws IOException {
    Matcher release = RELEASE.matcher(Files.readString(artifact.resolve("maven-metadata.xml")));
    assertThat(release.find()).as("%s has a release", artifact).isTrue();
    return release.group(1);
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
}
