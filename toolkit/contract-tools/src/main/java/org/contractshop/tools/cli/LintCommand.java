package org.contractshop.tools.cli;

import java.util.concurrent.Callable;
import org.contractshop.tools.lint.SpecRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "lint",
    description = "Checks the specs against the house rules.",
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Mixin private Output output;

  @Override
  public Integer call() {
    return output.complain(SpecRules.violations(folders.specTexts()), folders);
  }
}
