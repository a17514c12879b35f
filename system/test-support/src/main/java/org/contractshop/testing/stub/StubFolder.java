package org.contractshop.testing.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.testing.spec.Contract;

/** Where the files of a stub jar lie. */
final class StubFolder {
  private StubFolder() {}

  /**
   * The folder that Spring Cloud Contract names after the artifact and its version.
   *
   * @param stubs such as {@code target/stubs}
   */
  static Path in(Path stubs) throws IOException {
    try (Stream<Path> folders = Files.walk(stubs)) {
      return folders
          .filter(folder -> folder.endsWith("mappings"))
          .map(Path::getParent)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("There are no stubs in " + stubs));
    }
  }

  static List<Contract> contracts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .map(Contract::read)
          .sorted(Comparator.comparing(Contract::name))
          .toList();
    }
  }
}
