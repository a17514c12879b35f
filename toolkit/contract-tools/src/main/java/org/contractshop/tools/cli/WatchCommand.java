package org.contractshop.tools.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "watch",
    description = "Runs the checks of the check command now and on every save, until stopped.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  /** Editors write a file in several steps. */
  private static final long QUIET_MILLIS = 30;

  @Mixin private Folders folders;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    try (WatchService saves = FileSystems.getDefault().newWatchService()) {
      while (true) {
        watch(saves);
        print();
        awaitSave(saves);
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Called each time, as there may be new folders; folders that are already watched stay so. */
  private void watch(WatchService saves) throws IOException {
    folders.specs().register(saves, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
    for (Path folder : List.of(folders.released(), folders.contracts)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.walk(folder)) {
          for (Path each : inside.filter(Files::isDirectory).toList()) {
            each.register(saves, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
          }
        }
      }
    }
  }

  private void print() {
    long start = System.nanoTime();
    List<Violation> violations = CheckCommand.violations(folders);
    PrintWriter out = command.commandLine().getOut();
    out.print(Format.TEXT.ofViolations(violations, folders));
    out.printf(
        "%tT %d complaints, found in %d ms%n",
        LocalTime.now(),
        violations.size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    out.flush();
  }

  private static void awaitSave(WatchService saves) throws InterruptedException {
    for (WatchKey save = saves.take();
        save != null;
        save = saves.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
      save.pollEvents();
      save.reset();
    }
  }
}
