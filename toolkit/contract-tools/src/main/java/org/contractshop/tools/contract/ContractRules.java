package org.contractshop.tools.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.ExchangeRules;
import org.contractshop.tools.exchange.Mismatch;
import org.contractshop.tools.spec.Service;

/** Checks that the contracts of a producer, and the stubs generated from them, match the spec. */
public final class ContractRules {
  private final Service spec;
  private final TreeMap<String, Contract> contracts;
  private final TreeMap<String, Mapping> mappings;

  /**
   * @param contracts the folder of a producer's contracts
   * @param stubs the folder of its mappings
   */
  public ContractRules(Service spec, Path contracts, Path stubs) {
    this.spec = spec;
    this.contracts = read(contracts, "\\.ya?ml", Contract::read, Contract::name);
    mappings = read(stubs, "\\.json", Mapping::read, Mapping::name);
    // Added by the build: the responses to requests beyond the contracts, and the manifest.
    mappings.keySet().removeIf(name -> name.startsWith("spec/") || name.endsWith("/stubs"));
  }

  /** How a contract differs from its spec. */
  static List<Mismatch> mismatches(Contract contract, Service spec) {
    List<Mismatch> unknown = contract.notUnderstood();
    return unknown.isEmpty()
        ? ExchangeRules.mismatchesOfWritten(contract.exchange(), spec)
        : unknown;
  }

  public Set<String> names() {
    return contracts.keySet();
  }

  public Contract contract(String name) {
    return Objects.requireNonNull(contracts.get(name), name);
  }

  public List<String> faults(String name) {
    Contract contract = contract(name);
    List<String> faults = new ArrayList<>();
    mismatches(contract, spec).forEach(mismatch -> faults.add(mismatch.words()));
    if (!contract.notUnderstood().isEmpty()) {
      return faults;
    }
    Mapping mapping = mappings.get(name);
    if (mapping == null) {
      faults.add("no stub was made of it");
      return faults;
    }
    mapping.differences(contract).forEach(fault -> faults.add("its stub: " + fault));
    if (faults.isEmpty()) {
      ExchangeRules.mismatchesOfWritten(mapping.exchange(contract), spec)
          .forEach(fault -> faults.add("its stub: " + fault));
    }
    return faults;
  }

  public List<String> stubsWithoutContract() {
    return mappings.keySet().stream()
        .filter(name -> !contracts.containsKey(name))
        .map(name -> name + ".json comes from no contract: run the build with clean")
        .toList();
  }

  private static <T> TreeMap<String, T> read(
      Path folder, String ending, Function<Path, T> reader, Function<T, String> name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*" + ending))
          .map(reader)
          .collect(Collectors.toMap(name, one -> one, (one, other) -> other, TreeMap::new));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
