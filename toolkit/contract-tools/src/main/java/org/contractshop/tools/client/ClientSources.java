package org.contractshop.tools.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Writes a client without its models: an entry class, an HTTP interface for each tag, a class of
 * optional parameters for each operation that has some, an exception for each problem type, and the
 * auto-configuration for Spring Boot. The exceptions of problem types that {@code common.yaml}
 * knows are written once, for {@code common} itself.
 */
public final class ClientSources {
  private ClientSources() {}

  /**
   * @param spec such as {@code product-service} or {@code common}
   * @param sourceFolder for sources; holds nothing else
   * @param classFolder of compiled classes
   */
  public static void write(
      SpecFiles specs, String spec, String javaPackage, Path sourceFolder, Path classFolder)
      throws IOException {
    GeneratedFiles sources = new GeneratedFiles(sourceFolder);
    GeneratedFiles classes = new GeneratedFiles(classFolder);
    if (spec.equals("common")) {
      List<ProblemType> shared = ProblemType.shared(specs);
      new ProblemSources(javaPackage, sources).write(shared);
      sources.writeClass(javaPackage, "CommonProblems", ClientSource.commonProblems(shared));
    } else {
      ClientSpec service = new ClientSpec(specs.service(spec));
      List<ProblemType> own = ProblemType.of(service.service().document());
      new ProblemSources(javaPackage, sources).write(own);
      ClientSource client = new ClientSource(javaPackage, service, own);
      sources.writeClass(javaPackage, client.className(), client.text());
      writeApis(javaPackage, service, ProblemType.shared(specs), sources);
      BootSource boot = new BootSource(javaPackage, service);
      sources.writeClass(javaPackage, boot.className(), boot.text());
      classes.write(BootSource.IMPORTS, boot.imports());
      classes.write(BootSource.METADATA, boot.metadata());
    }
    sources.deleteOthers();
  }

  private static void writeApis(
      String javaPackage, ClientSpec spec, List<ProblemType> shared, GeneratedFiles sources)
      throws IOException {
    List<String> names = shared.stream().map(ProblemType::name).toList();
    for (ClientSpec.Interface api : spec.interfaces()) {
      ApiSource source = new ApiSource(javaPackage, api, spec.operations(api), names);
      sources.writeClass(javaPackage, source.className(), source.text());
    }
    for (Operation operation : spec.service().operations()) {
      OptionsSource options = new OptionsSource(javaPackage, operation);
      if (!options.isEmpty()) {
        sources.writeClass(javaPackage, options.className(), options.text());
      }
    }
    String description = "The client of " + spec.service().name() + ".";
    sources.writeClass(javaPackage, "package-info", packageInfo(javaPackage, description));
    sources.writeClass(
        javaPackage + ".model",
        "package-info",
        packageInfo(javaPackage + ".model", "What its requests and responses hold."));
  }

  private static String packageInfo(String javaPackage, String description) {
    return """
        /** %s */
        @NullMarked
        package %s;

        import org.jspecify.annotations.NullMarked;
        """
        .formatted(description, javaPackage);
  }
}
