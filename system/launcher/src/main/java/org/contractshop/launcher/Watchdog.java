package org.contractshop.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shell that outlives this process, even if it is killed, and then stops what this process
 * started: its input is a pipe from here that ends with us.
 */
final class Watchdog implements AutoCloseable {
  private static final String NAME = "contractshop-watchdog";

  /**
   * Its input names the running services. PostgreSQL is found by its own file, because it runs
   * before its start is complete; INT makes it stop without waiting for its clients.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      # Process ids are used again: what is signalled must be of this run.
      command_of() {
        if [ -d /proc/self ]; then
          tr '\\0' ' ' < "/proc/$1/cmdline"
        else
          ps -o args= -p "$1"
        fi
      }
      signal() {
        case $(command_of "$2") in
          *"$data"*) kill "-$1" "$2" ;;
          *) return 1 ;;
        esac
      }
      signal_all() {
        any=1
        for pid in $running; do
          signal "$1" "$pid" && any=0
        done
        return $any
      }
      data=$2
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
      signal_all TERM
      tenths=0
      while [ $tenths -lt 100 ] && signal_all 0; do
        sleep 0.1
        tenths=$((tenths + 1))
      done
      signal_all KILL
      read -r pid < "$1" && signal INT "$pid"
      """;

  private final Process shell;
  private final OutputStream pipe;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.pipe = shell.getOutputStream();
  }

  /**
   * @param data appears in the command line of every process of this run
   */
  static Watchdog start(Path postmasterFile, Path data) throws IOException {
    return new Watchdog(command(postmasterFile, data).start());
  }

  static ProcessBuilder command(Path postmasterFile, Path data) {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", SCRIPT, NAME, postmasterFile.toString(), data.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    shell.environment().keySet().removeIf(ServiceEnvironment::isForOneServiceOnly);
    return shell;
  }

  /** Process ids are reused: the name confirms that it is a watchdog. */
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

  /** Everything is stopped: there is nothing left to watch. */
  @Override
  public void close() {
    tell("finished");
  }

  private synchronized void tell(String line) {
    try {
      pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      // Somebody killed it. The shop runs without it, but nothing will clean up after a killed
      // launcher.
    }
  }
}
