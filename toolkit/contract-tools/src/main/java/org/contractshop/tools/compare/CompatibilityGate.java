package org.contractshop.tools.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/**
 * Accepts a changed spec only with a version that tells callers what to expect, and only if
 * removals were announced. The changes come first, followed by their consequences.
 */
public final class CompatibilityGate {
  private static final String VERSION = "version";

  private static final String NOTICE = "least-notice";

  /** Changes that can introduce a sunset; something may even be both new and deprecated. */
  private static final Set<Rule> WITH_SUNSET =
      EnumSet.of(
          Rule.DEPRECATED,
          Rule.SUNSET_EARLIER,
          Rule.SUNSET_LATER,
          Rule.OPERATION_ADDED,
          Rule.PARAMETER_ADDED,
          Rule.PROPERTY_ADDED,
          Rule.HEADER_ADDED);

  private final GateSettings settings;
  private final List<Violation> changes = new ArrayList<>();
  private final List<Violation> consequences = new ArrayList<>();

  private CompatibilityGate(GateSettings settings) {
    this.settings = settings;
  }

  public static List<Violation> complaints(SpecFiles released, SpecFiles current, LocalDate today) {
    return complaints(released, current, GateSettings.usual(today));
  }

  static List<Violation> complaints(SpecFiles released, SpecFiles current, GateSettings settings) {
    CompatibilityGate gate = new CompatibilityGate(settings);
    for (Service service : released.services()) {
      SpecNode same = current.file(service.document().file());
      if (same.exists()) {
        gate.judge(service, current.service(service.name()));
      } else {
        gate.consequence(
            Rule.OPERATION_REMOVED.id(), same, "the released service is gone; bring its spec back");
      }
    }
    List<Violation> complaints = new ArrayList<>(gate.changes.stream().distinct().toList());
    complaints.addAll(gate.consequences);
    return complaints;
  }

  /** Only what is wrong with the versions, for callers that know the changes. */
  public static List<Violation> versionComplaints(
      SpecFiles released, SpecFiles current, LocalDate today) {
    return complaints(released, current, today).stream()
        .filter(complaint -> Set.of(VERSION, NOTICE).contains(complaint.rule()))
        .toList();
  }

  private void judge(Service released, Service current) {
    SpecNode place = current.document().get("info").get("version");
    Optional<Version> before = Version.of(released.version());
    Optional<Version> now = Version.of(current.version());
    if (before.isEmpty() || now.isEmpty()) {
      SpecNode wrong = now.isEmpty() ? place : released.document().get("info").get("version");
      consequence(
          VERSION,
          place,
          "info.version must be three numbers, such as 1.2.3, is %s".formatted(wrong.text()));
      return;
    }
    judge(released, current, before.get(), now.get(), place);
  }

  private void judge(
      Service released, Service current, Version before, Version now, SpecNode place) {
    List<Change> every = ServiceComparison.changes(released, current, settings.today());
    List<Change> all = every.stream().filter(change -> !settings.waives(change)).toList();
    if (every.isEmpty() && !now.equals(before)) {
      consequence(
          VERSION,
          place,
          "nothing changed for callers: info.version must stay %s, is %s".formatted(before, now));
    }
    List<Change> tooMuch =
        all.stream().filter(change -> now.compareTo(before.next(change.verdict())) < 0).toList();
    tooMuch.forEach(change -> changes.add(violation(change, change.toString())));
    tooMuch.stream()
        .map(change -> before.next(change.verdict()))
        .max(Version::compareTo)
        .ifPresent(
            least ->
                consequence(
                    VERSION,
                    place,
                    "info.version must be %s or later, is %s (released %s)"
                        .formatted(least, now, before)));
    all.forEach(this::checkNotice);
    all.stream()
        .filter(change -> !change.announced())
        .forEach(
            change ->
                changes.add(
                    violation(
                        change,
                        change.words()
                            + " was not announced: release it first with deprecated: true and an"
                            + " x-sunset")));
  }

  /** A new sunset must be far enough away; a released one stays valid. */
  private void checkNotice(Change change) {
    LocalDate least = settings.today().plusDays(settings.leastNoticeInDays());
    String sunset =
        WITH_SUNSET.contains(change.rule())
            ? Changes.value(change.current(), Extensions.SUNSET)
            : "";
    if (Extensions.isDate(sunset) && LocalDate.parse(sunset).isBefore(least)) {
      changes.add(
          new Violation(
              NOTICE,
              change.current().file(),
              change.current().line(),
              "%s leaves callers until %s; give them %d days, until %s or later"
                  .formatted(change.words(), sunset, settings.leastNoticeInDays(), least)));
    }
  }

  private static Violation violation(Change change, String text) {
    SpecNode place = change.current();
    return new Violation(change.rule().id(), place.file(), place.line(), text);
  }

  private void consequence(String rule, SpecNode place, String text) {
    consequences.add(new Violation(rule, place.file(), place.line(), text));
  }
}
