package org.contractshop.tools.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs {@link SpecCommand} inside Maven, whose process must not exit. */
public final class SpecInBuild {
  private SpecInBuild() {}

  public static void main(String[] arguments) {
    StringWriter output = new StringWriter();
    if (SpecCommand.run(new PrintWriter(output, true), arguments) != 0) {
      // In Maven's error format, so that tools which filter its output show these lines.
      output.toString().lines().forEach(line -> System.out.println("[ERROR] " + line));
      throw new ComplaintsException("./spec " + arguments[0] + " complains; see the lines above");
    }
  }

  /** Without a stack trace: the lines before it say what is wrong. */
  private static final class ComplaintsException extends RuntimeException {
    ComplaintsException(String message) {
      super(message, null, false, false);
    }
  }
}
