package org.contractshop.tools.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecIdentity;
import org.springframework.cloud.contract.verifier.converter.RecursiveFilesConverter;
import org.springframework.util.FileSystemUtils;

/**
 * Generates the content of a stub jar from the contracts. The build runs it before the tests, which
 * check the result; {@link StubManifest} follows after them. The same contracts and specs always
 * give the same bytes.
 */
public final class StubFiles {
  private static final String GUARDS = "spec";

  private final Path contracts;
  private final Path folder;
  private final Path specs;
  private final String service;

  private StubFiles(Path contracts, Path folder, Path specs, String service) {
    this.contracts = contracts;
    this.folder = folder;
    this.specs = specs;
    this.service = service;
  }

  /**
   * @param arguments the folder of a producer's contracts, the folder to create (stub runners
   *     expect it at META-INF, group, artifact, version), that of the specs, and the producer
   */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
  }

  /** See {@link #main}. */
  public static void make(Path contracts, Path folder, Path specs, String service)
      throws IOException {
    new StubFiles(contracts, folder, specs, service).make();
  }

  private void make() throws IOException {
    // Other versions, which an earlier build may have left, would be packaged too.
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
    FileSystemUtils.deleteRecursively(parent.endsWith(service) ? parent : folder);
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    new RecursiveFilesConverter(mappings.toFile(), contracts.toFile(), List.of(), ".*", false)
        .processFiles();
    FileSystemUtils.copyRecursively(contracts, folder.resolve("contracts"));
    Service spec = SpecFiles.read(specs).service(service);
    SpecIdentity of = SpecIdentity.of(specs, service);
    String identity = "%s/%s spec/%s".formatted(service, of.apiVersion(), of.shortHash());
    List<Contract> known = Contract.in(contracts);
    ExactStubs exact = new ExactStubs(spec, known, identity);
    for (Contract contract : known) {
      Path mapping = mappings.resolve(contract.name() + ".json");
      if (Files.exists(mapping)) { // the tests tell which contract has none
        exact.sharpen(mapping, contract);
      }
    }
    GuardFiles guards = new GuardFiles();
    GuardAnswers answers = new GuardAnswers(identity);
    SpecGuards.addTo(guards, spec, answers);
    Fallbacks.addTo(guards, spec, known, answers);
    guards.write(mappings.resolve(GUARDS));
    Files.writeString(folder.resolve("CATALOGUE.md"), Catalogue.of(of, spec, known));
  }
}
