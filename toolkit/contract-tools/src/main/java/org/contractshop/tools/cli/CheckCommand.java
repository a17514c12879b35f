package org.contractshop.tools.cli;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.contractshop.tools.compare.ReleasedFiles;
import org.contractshop.tools.contract.ContractCheck;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.UnreadableSpecException;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    description =
        "All that the build checks: whether the released specs are what was released, "
            + "whether the version fits what changed since, the house rules, and the contracts. "
            + "Changes come first.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Mixin private Output output;

  @Override
  public Integer call() {
    return output.complain(violations(folders), folders);
  }

  /** Contracts come last: a mistake in a spec shows up in many of them. */
  static List<Violation> violations(Folders folders) {
    List<Violation> violations = new ArrayList<>(ReleasedFiles.violations(folders.released()));
    try {
      violations.addAll(
          ReleasedFiles.complaints(
              folders.released(), folders.specs(), LocalDate.now(ZoneOffset.UTC)));
    } catch (UnreadableSpecException exception) {
      violations.addAll(exception.violations());
    }
    violations.addAll(SpecRules.violations(folders.specTexts()));
    if (violations.isEmpty() && Files.isDirectory(folders.contracts)) {
      violations.addAll(ContractCheck.violations(folders.specs(), folders.contracts));
    }
    return violations.stream().distinct().toList();
  }
}
