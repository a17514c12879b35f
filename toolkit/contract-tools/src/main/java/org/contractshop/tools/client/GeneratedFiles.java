package org.contractshop.tools.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of generated files. */
final class GeneratedFiles {
  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  GeneratedFiles(Path folder) {
    this.folder = folder;
  }

  void writeClass(String javaPackage, String name, String text) throws IOException {
    write(javaPackage.replace('.', '/') + "/" + name + ".java", text);
  }

  /** An unchanged file keeps its timestamp, so that a second build recompiles nothing. */
  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    written.add(file);
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Deletes what an older spec left behind. */
  void deleteOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.walk(folder)) {
      others = files.filter(Files::isRegularFile).filter(file -> !written.contains(file)).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
