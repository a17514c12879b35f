package org.contractshop.tools.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "lint",
    description = "Holds the specs against the house rules.",
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Spec private CommandSpec command;

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Override
  public Integer call() {
    List<Violation> violations = SpecRules.violations(folders.specTexts());
    command.commandLine().getOut().print(format.ofViolations(violations, folders));
    command.commandLine().getOut().flush();
    return violations.isEmpty() ? 0 : SpecCommand.COMPLAINTS;
  }
}
