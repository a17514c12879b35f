package org.contractshop.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.contractshop.tools.spec.UnreadableSpecException;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program {@code ./spec}. */
@Command(
    name = "spec",
    description = "Checks, compares and translates OpenAPI files.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing to complain about",
      "1:a rule is broken, or a change needs another version",
      "2:the command line is wrong",
      "3:a file is missing, or no tool can read it"
    },
    subcommands = {
      CheckCommand.class,
      WatchCommand.class,
      LintCommand.class,
      CompareCommand.class,
      UsesCommand.class,
      ReleaseCommand.class,
      ClientCommand.class,
      OperationsCommand.class
    })
public final class SpecCommand {
  static final int COMPLAINTS = 1;
  static final int UNREADABLE = 3;

  private SpecCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(new PrintWriter(System.out, true, Charset.defaultCharset()), arguments));
  }

  /** Runs a command and returns its exit code. */
  public static int run(PrintWriter out, String... arguments) {
    // The validator's logging is of no use to people.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    CommandLine commandLine =
        new CommandLine(new SpecCommand())
            .setOut(out)
            .setErr(out)
            .setExecutionExceptionHandler(SpecCommand::explain);
    return commandLine.execute(arguments);
  }

  private static int explain(Exception exception, CommandLine command, ParseResult result)
      throws Exception {
    PrintWriter out = command.getErr();
    if (exception instanceof UnreadableSpecException unreadable) {
      unreadable.violations().stream().map(Violation::toString).forEach(out::println);
    } else if (exception instanceof SourceException) {
      out.println(exception.getMessage());
    } else {
      throw exception;
    }
    return UNREADABLE;
  }
}
