package org.contractshop.tools.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.UnreadableSpecException;
import org.contractshop.tools.spec.Violation;

/**
 * The contracts of all producers.
 *
 * @param violations the files that cannot be read, or that are where nobody would read them
 */
record ContractFiles(List<ContractFile> files, List<Violation> violations) {
  private static final String RULE = "contract-file";
  private static final String REMEDY =
      "; a contract lies at contracts/<producer>/<consumer>/<behaviour>.yml";

  /**
   * @param folder with a folder for each producer
   */
  static ContractFiles read(Path folder) {
    ContractFiles read = new ContractFiles(new ArrayList<>(), new ArrayList<>());
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        read.add(path, folder.relativize(path));
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return read;
  }

  private void add(Path path, Path relative) throws IOException {
    String file = "contracts/" + relative.toString().replace('\\', '/');
    if (file.endsWith(".md")) {
      return;
    }
    String behaviour = relative.getFileName().toString();
    if (!behaviour.endsWith(".yml")) {
      violations.add(new Violation(RULE, file, 1, "the name does not end in .yml" + REMEDY));
    } else if (!behaviour.matches("[a-z][a-z0-9_]*\\.yml")) {
      violations.add(
          new Violation(
              RULE,
              file,
              1,
              "the name is not in lower case with underscores, as test methods are"));
    } else if (relative.getNameCount() != 3) {
      violations.add(
          new Violation(
              RULE,
              file,
              1,
              "there are %d folders above the file, not 2".formatted(relative.getNameCount() - 1)
                  + REMEDY));
    } else {
      read(path, relative.getName(0).toString(), file);
    }
  }

  private void read(Path path, String producer, String file) throws IOException {
    try {
      SpecFiles source = SpecFiles.of(Map.of(file, Files.readString(path)));
      files.add(new ContractFile(producer, Contract.read(path), source.file(file)));
    } catch (UnreadableSpecException exception) {
      violations.addAll(exception.violations());
    }
  }
}
