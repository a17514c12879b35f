package org.contractshop.tools.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.contractshop.tools.compare.Change;
import org.contractshop.tools.compare.CompatibilityGate;
import org.contractshop.tools.compare.ServiceComparison;
import org.contractshop.tools.compare.Verdict;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description =
        "Says what changed for callers between two versions of the specs, and whether the "
            + "version of the newer one tells it. Each is a folder, a file or a revision of "
            + "git, such as main or v1.0.0:api-specs/product-service.yaml.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Mixin private Output output;

  @Parameters(index = "0", paramLabel = "OLD")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW")
  private String now;

  @Option(
      names = "--contracts",
      paramLabel = "FOLDER",
      defaultValue = "contracts",
      description = "The contracts that show who uses what. Default: ${DEFAULT-VALUE}")
  private Path contracts;

  @Override
  public Integer call() {
    Source current = Source.of(now);
    Source released = Source.of(old).withNamesOf(current);
    SpecFiles before = SpecFiles.of(released.texts());
    SpecFiles after = SpecFiles.of(current.texts());
    List<Message> messages = new ArrayList<>();
    for (Service service : before.services()) {
      if (isWanted(current, service) && after.has(service.document().file())) {
        ServiceComparison.changes(
                service, after.service(service.name()), LocalDate.now(ZoneOffset.UTC))
            .forEach(change -> messages.add(message(service, change, released, current)));
      }
    }
    List<Violation> complaints =
        CompatibilityGate.versionComplaints(before, after, LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(
                complaint -> current.only().isEmpty() || complaint.file().equals(current.only()))
            .toList();
    complaints.forEach(
        complaint -> messages.add(Message.of(complaint, current.folder() + complaint.file())));
    output.print(messages);
    return complaints.isEmpty() ? 0 : SpecCommand.COMPLAINTS;
  }

  private static boolean isWanted(Source current, Service service) {
    return current.only().isEmpty() || current.only().equals(service.document().file());
  }

  private Message message(Service service, Change change, Source before, Source after) {
    SpecNode place = change.current();
    boolean breaking = change.verdict() == Verdict.BREAKING;
    return new Message(
        service.name(),
        change.rule().id(),
        change.verdict().toString(),
        breaking ? change.effect().name().toLowerCase(Locale.ROOT) : "",
        after.folder() + place.file(),
        place.line(),
        before.folder() + change.released().file() + ":" + change.released().line(),
        change.toString(),
        users(service, change));
  }

  private String users(Service service, Change change) {
    Path folder = contracts.resolve(service.name());
    return Files.isDirectory(folder) ? Users.of(service, folder).words(change.released()) : "";
  }
}
