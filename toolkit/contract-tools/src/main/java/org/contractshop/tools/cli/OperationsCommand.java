package org.contractshop.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.contractshop.tools.operations.OperationsFile;
import org.contractshop.tools.spec.SpecFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "operations",
    description = "Writes META-INF/operations.json: who may call what, and what is deprecated.",
    mixinStandardHelpOptions = true)
final class OperationsCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Parameters(paramLabel = "SERVICE", description = "Such as product-service.")
  private String service;

  @Option(
      names = "--classes",
      required = true,
      paramLabel = "FOLDER",
      description = "Of compiled classes.")
  private Path classes;

  @Override
  public Integer call() throws IOException {
    OperationsFile.write(SpecFiles.of(folders.specTexts()).service(service), classes);
    return 0;
  }
}
