package org.contractshop.tools.contract;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.contractshop.tools.exchange.Repository;

/** The contracts of a service. */
public final class Contracts {
  private static final Map<String, Contracts> READ = new ConcurrentHashMap<>();

  private final Map<String, Contract> byTest = new HashMap<>();

  private Contracts(Path folder) {
    Contract.in(folder)
        .forEach(contract -> byTest.put(GeneratedTest.of(contract.name()).toString(), contract));
  }

  static Contracts in(Path folder) {
    return new Contracts(folder);
  }

  public static Contracts of(String service) {
    return READ.computeIfAbsent(service, name -> new Contracts(Repository.contracts(name)));
  }

  public Collection<Contract> all() {
    return byTest.values();
  }

  /**
   * @param name such as {@code storefront/logs_in}
   */
  public Contract named(String name) {
    return all().stream()
        .filter(contract -> contract.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no contract " + name));
  }

  public Contract testedBy(String test) {
    Contract contract = byTest.get(test);
    if (contract == null) {
      throw new AssertionError(test + " is made of no contract: build with clean");
    }
    return contract;
  }
}
