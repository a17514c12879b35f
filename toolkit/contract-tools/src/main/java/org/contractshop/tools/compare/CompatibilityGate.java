package org.contractshop.tools.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/**
 * Lets a changed spec pass only with a version that tells callers what to expect, and nothing go of
 * which they were not told before.
 */
public final class CompatibilityGate {
  private final LocalDate today;
  private final List<String> complaints = new ArrayList<>();

  private CompatibilityGate(LocalDate today) {
    this.today = today;
  }

  public static List<String> complaints(SpecFiles released, SpecFiles current, LocalDate today) {
    CompatibilityGate gate = new CompatibilityGate(today);
    for (Service service : released.services()) {
      SpecNode same = current.file(service.document().file());
      if (same.exists()) {
        gate.judge(service, current.service(service.name()));
      } else {
        gate.complain("%s: the released service is gone; bring its spec back", same.file());
      }
    }
    return gate.complaints;
  }

  private void judge(Service released, Service current) {
    String file = current.document().file();
    Version before = Version.of(released);
    Version now = Version.of(current);
    List<Change> changes = ServiceComparison.changes(released, current, today);
    if (changes.isEmpty() && !now.equals(before)) {
      complain(
          "%s: nothing changed for callers: info.version must stay %s, is %s", file, before, now);
    }
    for (Change change : changes) {
      Version least = before.next(change.verdict());
      if (now.compareTo(least) < 0) {
        complain(
            "%s: %s: info.version must be %s or later, is %s (released %s)",
            file, change, least, now, before);
      }
      if (!change.announced()) {
        complain(
            "%s: %s was not announced: release it first with deprecated: true and an x-sunset",
            file, change.words());
      }
    }
  }

  private void complain(String words, Object... arguments) {
    complaints.add(words.formatted(arguments));
  }
}
