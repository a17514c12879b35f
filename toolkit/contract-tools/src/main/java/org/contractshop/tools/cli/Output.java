package org.contractshop.tools.cli;

import java.io.PrintWriter;
import java.util.List;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says how messages are printed. */
final class Output {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format;

  void print(List<Message> messages) {
    print(format.of(messages));
  }

  /** Returns the exit code of the command. */
  int complain(List<Violation> violations, Folders folders) {
    print(format.ofViolations(violations, folders));
    return violations.isEmpty() ? 0 : SpecCommand.COMPLAINTS;
  }

  private void print(String text) {
    PrintWriter out = command.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
