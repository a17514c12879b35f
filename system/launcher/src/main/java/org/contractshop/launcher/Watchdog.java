package org.contractshop.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shell that outlives this process, even if it is killed, and then stops what it started: its
 * input is a pipe from here, and ends with us.
 */
final class Watchdog implements AutoCloseable {
  private static final String NAME = "contractshop-watchdog";

  /**
   * Its input tells which services run. PostgreSQL is found by its own file, because it is there
   * before its start is complete; INT makes it stop without waiting for its clients.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      any_alive() {
        for pid in $running; do
          kill -0 "$pid" && return
        done
        return 1
      }
      running=
      while read -r event pid; do
        case $event in
          started) running="$running $pid" ;;
          ended)
            others=
            for other in $running; do
              [ "$other" = "$pid" ] || others="$others $other"
            done
            running=$others ;;
          finished) exit ;;
        esac
      done
      kill -TERM $running
      tenths=0
      while [ $tenths -lt 100 ] && any_alive; do
        sleep 0.1
        tenths=$((tenths + 1))
      done
      kill -KILL $running
      read -r pid < "$1" && kill -INT "$pid"
      """;

  private final Process shell;
  private final OutputStream pipe;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.pipe = shell.getOutputStream();
  }

  static Watchdog start(Path postmasterFile) throws IOException {
    return new Watchdog(
        new ProcessBuilder("sh", "-c", SCRIPT, NAME, postmasterFile.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Process ids are used again: the name makes sure that it is a watchdog. */
  static boolean isRunning(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(command -> command.contains(NAME))
        .isPresent();
  }

  long pid() {
    return shell.pid();
  }

  void started(long pid) {
    tell("started " + pid);
  }

  void ended(long pid) {
    tell("ended " + pid);
  }

  /** All is stopped: there is nothing left to watch. */
  @Override
  public void close() {
    tell("finished");
  }

  private synchronized void tell(String line) {
    try {
      pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      // Somebody killed it. The shop runs without it; only nothing cleans up after a killed
      // launcher.
    }
  }
}
