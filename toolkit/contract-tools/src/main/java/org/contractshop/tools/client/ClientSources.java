package org.contractshop.tools.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Writes what makes a client of generated HTTP interfaces: an entry class, an exception for each
 * problem type, and the auto-configuration for Spring Boot. The exceptions of problem types that
 * {@code common.yaml} knows are written once, for {@code common} itself.
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
      BootSource boot = new BootSource(javaPackage, service);
      sources.writeClass(javaPackage, boot.className(), boot.text());
      classes.write(BootSource.IMPORTS, boot.imports());
      classes.write(BootSource.METADATA, boot.metadata());
    }
    sources.deleteOthers();
  }
}
