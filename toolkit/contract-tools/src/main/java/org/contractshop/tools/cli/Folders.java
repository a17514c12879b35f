package org.contractshop.tools.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.contractshop.tools.spec.SpecFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the specs are. */
final class Folders {
  @Option(
      names = "--specs",
      paramLabel = "FOLDER",
      defaultValue = "api-specs",
      description = "The current specs. Default: ${DEFAULT-VALUE}")
  private Path specs = Path.of("api-specs");

  @Option(
      names = "--contracts",
      paramLabel = "FOLDER",
      defaultValue = "contracts",
      description = "The contracts. Default: ${DEFAULT-VALUE}")
  Path contracts = Path.of("contracts");

  @Option(
      names = "--released",
      paramLabel = "FOLDER",
      description = "The released specs. Default: the folder released in that of the specs")
  private @Nullable Path released;

  Path released() {
    return released == null ? specs.resolve("released") : released;
  }

  /** The current folder, which must exist. */
  Path specs() {
    if (!Files.isDirectory(specs)) {
      throw new SourceException("There is no folder " + specs);
    }
    return specs;
  }

  Map<String, String> specTexts() {
    return SpecFiles.texts(specs());
  }

  /** With a path that an editor or a terminal can open. */
  String shown(String file) {
    Path here = Path.of("").toAbsolutePath();
    Path folder = specs.toAbsolutePath().normalize();
    if (file.startsWith("contracts/")) {
      folder = contracts.toAbsolutePath().normalize().resolveSibling("");
    }
    return (folder.startsWith(here) ? here.relativize(folder) : folder).resolve(file).toString();
  }
}
