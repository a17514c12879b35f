package org.contractshop.tools.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.contractshop.tools.client.ClientSources;
import org.contractshop.tools.spec.SpecFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "client",
    description =
        "Writes the entry class, the exceptions and the auto-configuration of a Java "
            + "client, beside the interfaces that openapi-generator makes.",
    mixinStandardHelpOptions = true)
final class ClientCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Parameters(
      paramLabel = "SPEC",
      description = "Such as product-service; common for what all clients share.")
  private String spec;

  @Option(names = "--package", required = true, description = "The Java package.")
  private String javaPackage;

  @Option(
      names = "--sources",
      required = true,
      paramLabel = "FOLDER",
      description = "For sources; contains nothing else.")
  private Path sources;

  @Option(
      names = "--classes",
      required = true,
      paramLabel = "FOLDER",
      description = "Of compiled classes.")
  private Path classes;

  @Override
  public Integer call() throws IOException {
    ClientSources.write(SpecFiles.of(folders.specTexts()), spec, javaPackage, sources, classes);
    return 0;
  }
}
