package org.contractshop.testing.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The contracts of a service. */
final class Contracts {
  private static final Map<String, Contracts> READ = new ConcurrentHashMap<>();

  private final Map<String, Contract> byTest = new HashMap<>();

  private Contracts(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yml"))
          .map(Contract::read)
          .forEach(contract -> byTest.put(ContractTest.of(contract.name()).toString(), contract));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  static Contracts in(Path folder) {
    return new Contracts(folder);
  }

  static Contracts of(String service) {
    return READ.computeIfAbsent(service, name -> new Contracts(Repository.contracts(name)));
  }

  Collection<Contract> all() {
    return byTest.values();
  }

  Contract testedBy(String test) {
    Contract contract = byTest.get(test);
    if (contract == null) {
      throw new AssertionError(test + " is made of no contract: build with clean");
    }
    return contract;
  }
}
