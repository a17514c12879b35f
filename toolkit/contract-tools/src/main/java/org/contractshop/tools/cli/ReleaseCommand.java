package org.contractshop.tools.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contractshop.tools.compare.CompatibilityGate;
import org.contractshop.tools.compare.ReleasedFiles;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "release",
    description =
        "Makes today's specs the released ones, from which the next change is judged, and "
            + "writes their checksums. Refuses specs whose version does not fit, or that break "
            + "a house rule.",
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Spec private CommandSpec command;

  @Option(
      names = "--first",
      description = "Nothing was released before: compare with nothing. For new projects only.")
  private boolean first;

  @Override
  public Integer call() throws IOException {
    Map<String, String> texts = folders.specTexts();
    List<Violation> violations = new ArrayList<>();
    if (!first) {
      violations.addAll(
          CompatibilityGate.complaints(
              SpecFiles.of(folders.releasedTexts()),
              SpecFiles.of(texts),
              LocalDate.now(ZoneOffset.UTC)));
    }
    violations.addAll(SpecRules.violations(texts));
    if (!violations.isEmpty()) {
      command.commandLine().getOut().print(Format.TEXT.ofViolations(violations, folders));
      command.commandLine().getOut().flush();
      return SpecCommand.COMPLAINTS;
    }
    ReleasedFiles.release(texts, folders.released());
    return 0;
  }
}
