package org.contractshop.tools.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contractshop.tools.compare.ReleasedFiles;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "release",
    description =
        "Makes today's spec of a service the released one, from which the next change is judged, "
            + "and writes its checksums. Refuses specs whose version does not fit, or that break "
            + "a rule. ./release does this and all the rest of a release.",
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "SERVICE", description = "Such as product-service.")
  private String service;

  @Override
  public Integer call() throws IOException {
    Map<String, String> texts = folders.specTexts();
    SpecFiles.of(texts).service(service);
    List<Violation> violations =
        new ArrayList<>(
            ReleasedFiles.complaints(
                folders.released(), folders.specs(), LocalDate.now(ZoneOffset.UTC)));
    violations.addAll(SpecRules.violations(texts));
    if (!violations.isEmpty()) {
      command.commandLine().getOut().print(Format.TEXT.ofViolations(violations, folders));
      command.commandLine().getOut().flush();
      return SpecCommand.COMPLAINTS;
    }
    ReleasedFiles.release(service, texts, folders.released());
    return 0;
  }
}
