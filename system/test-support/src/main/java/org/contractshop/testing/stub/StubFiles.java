package org.contractshop.testing.stub;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.build.SpecIdentity;
import org.contractshop.testing.spec.Contract;
import org.contractshop.testing.spec.Spec;

/**
 * Makes the content of a stub jar of the mappings that Spring Cloud Contract derived from the
 * contracts. The build runs it before the tests, which look at what it made; {@link StubManifest}
 * follows after them.
 */
public final class StubFiles {
  private static final String GUARDS = "spec";

  private final Path folder;
  private final Path specs;
  private final String service;
  private final List<Contract> contracts;

  private StubFiles(Path contracts, Path stubs, Path specs, String service) throws IOException {
    this.folder = StubFolder.in(stubs);
    this.specs = specs;
    this.service = service;
    this.contracts = StubFolder.contracts(contracts);
  }

  /**
   * @param arguments the folder of a producer's contracts, that of its stubs, that of the specs,
   *     and the producer
   */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
  }

  /** See {@link #main}. */
  public static void make(Path contracts, Path stubs, Path specs, String service)
      throws IOException {
    new StubFiles(contracts, stubs, specs, service).make();
  }

  private void make() throws IOException {
    Spec spec = Spec.of(specs, service);
    SpecIdentity of = SpecIdentity.of(specs, service);
    String identity = "%s/%s spec/%s".formatted(service, of.apiVersion(), of.shortHash());
    ExactStubs exact = new ExactStubs(spec, identity);
    for (Contract contract : contracts) {
      Path mapping = folder.resolve("mappings").resolve(contract.name() + ".json");
      if (Files.exists(mapping)) { // the tests tell which contract has none
        exact.sharpen(mapping, contract);
      }
    }
    Path guards = empty(folder.resolve("mappings").resolve(GUARDS));
    for (Map.Entry<String, StubMapping> guard :
        SpecGuards.of(spec, contracts, identity).entrySet()) {
      Files.writeString(
          guards.resolve(guard.getKey() + ".json"), SpecGuards.json(guard.getValue()));
    }
    Path openapi = empty(folder.resolve("openapi"));
    for (String file : List.of(service + ".yaml", "common.yaml")) {
      Files.copy(specs.resolve(file), openapi.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("CATALOGUE.md"), Catalogue.of(of, spec, contracts));
  }

  private static Path empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }
}
