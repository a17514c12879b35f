package org.contractshop.tools.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.UnreadableSpecException;
import org.contractshop.tools.spec.Violation;

/**
 * Compares the contracts with the specs and with each other before anything is built, so that
 * mistakes in a contract show up within a second.
 */
public final class ContractCheck {
  private static final List<String> KEYS =
      List.of("description", "metadata", "priority", "request", "response");
  private static final List<String> METADATA = List.of("state", "after", "remember", "fault");
  private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 409, 422);

  private final SpecFiles specs;
  private final List<ContractFile> contracts;
  private final List<Violation> violations = new ArrayList<>();

  private ContractCheck(SpecFiles specs, List<ContractFile> contracts) {
    this.specs = specs;
    this.contracts = contracts;
  }

  /** By file and line. None if the specs cannot be read, which their own check reports. */
  public static List<Violation> violations(Path specs, Path contracts) {
    try {
      return violations(SpecFiles.read(specs), ContractFiles.read(contracts));
    } catch (UnreadableSpecException exception) {
      return List.of();
    }
  }

  static List<Violation> violations(SpecFiles specs, ContractFiles read) {
    ContractCheck check = new ContractCheck(specs, read.files());
    read.files().forEach(check::check);
    if (check.violations.isEmpty() && read.violations().isEmpty()) {
      specs.operations().forEach(check::isContracted);
      check.violations.addAll(StoryRules.violations(read.files()));
    }
    return Stream.concat(read.violations().stream(), check.violations.stream()).sorted().toList();
  }

  private void check(ContractFile file) {
    file.source().children().stream()
        .filter(child -> !KEYS.contains(child.key()))
        .forEach(child -> add(file, List.of(child.key()), "is not one of " + KEYS));
    file.source().get("metadata").children().stream()
        .filter(child -> !METADATA.contains(child.key()))
        .forEach(child -> add(file, child.path(), "is not one of " + METADATA));
    file.contract().after().stream()
        .filter(name -> contracts.stream().noneMatch(other -> isCalled(other, file, name)))
        .forEach(
            name ->
                add(
                    file,
                    List.of("metadata", "after"),
                    "names no contract of its producer: " + name));
    if (!specs.has(file.producer() + ".yaml")) {
      add(
          file,
          List.of(),
          "there is no spec %s.yaml; move the contract to the folder of its producer"
              .formatted(file.producer()));
      return;
    }
    ContractRules.mismatches(file.contract(), specs.service(file.producer()))
        .forEach(
            mismatch ->
                violations.add(
                    file.violation(
                        "contract-fits-spec",
                        mismatch.place(),
                        mismatch + "; correct the contract or the spec")));
  }

  private static boolean isCalled(ContractFile other, ContractFile file, String name) {
    return other.producer().equals(file.producer()) && other.contract().name().equals(name);
  }

  private void add(ContractFile file, List<String> place, String words) {
    String key = place.isEmpty() ? "" : String.join(".", place) + " ";
    violations.add(file.violation("contract-keys", place, key + words));
  }

  private void isContracted(Operation operation) {
    String folder = "contracts/" + operation.service().name();
    List<ContractFile> producers =
        contracts.stream()
            .filter(file -> file.producer().equals(operation.service().name()))
            .toList();
    List<ContractFile> own =
        producers.stream()
            .filter(file -> file.contract().isOf(operation, operation.service()))
            .toList();
    if (own.isEmpty()) {
      violations.add(
          Violation.at(
              "contract-missing",
              operation.node(),
              "has no contract; add one as %s/<consumer>/<behaviour>.yml".formatted(folder)));
      return;
    }
    RequestCoverage.unseen(operation, producers)
        .forEach(
            part ->
                violations.add(
                    Violation.at(
                        "contract-missing",
                        operation.node(),
                        "has no contract that shows what %s does; add one to %s/<consumer>/ whose response repeats it,"
                                .formatted(part, folder)
                            + " or that differs from another in it alone and gets another"
                            + " response")));
    for (int status : operation.statuses()) {
      for (String type :
          REFUSALS.contains(status) ? operation.problemTypes(status) : List.<String>of()) {
        if (own.stream().noneMatch(file -> file.contract().refuses(status, type))) {
          violations.add(
              Violation.at(
                  "contract-missing",
                  operation.node(),
                  "has no contract for its refusal %d %s; add one to %s/<consumer>/"
                      .formatted(status, type, folder)));
        }
      }
    }
  }
}
