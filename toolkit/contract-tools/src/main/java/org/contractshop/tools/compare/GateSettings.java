package org.contractshop.tools.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/**
 * A project's settings for the gate, in a file beside its specs: how much notice callers get, and
 * which breaking changes are waived, by whom, why and until when. A waiver that has expired, or
 * that waives nothing, is a violation.
 */
public final class GateSettings {
  public static final String FILE = "compatibility.yml";
  private static final String RULE = "waivers";
  private static final int USUAL_NOTICE_IN_DAYS = 90;
  private static final List<String> WAIVER = List.of("change", "reason", "author", "until");

  private final SpecNode settings;
  private final LocalDate today;
  private final Set<SpecNode> used = new HashSet<>();

  private GateSettings(String text, LocalDate today) {
    settings = SpecFiles.of(Map.of(FILE, text)).file(FILE);
    this.today = today;
  }

  static GateSettings usual(LocalDate today) {
    return new GateSettings("leastNoticeInDays: " + USUAL_NOTICE_IN_DAYS, today);
  }

  /**
   * @param specs the folder that may hold the file
   */
  static GateSettings in(Path specs, LocalDate today) {
    Path file = specs.resolve(FILE);
    try {
      return Files.exists(file) ? new GateSettings(Files.readString(file), today) : usual(today);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  LocalDate today() {
    return today;
  }

  /** How long deprecated parts must at least keep working. */
  int leastNoticeInDays() {
    SpecNode days = settings.get("leastNoticeInDays");
    return days.text().matches("[0-9]{1,4}") ? Integer.parseInt(days.text()) : USUAL_NOTICE_IN_DAYS;
  }

  boolean waives(Change change) {
    for (SpecNode waiver : settings.get("waivers").children()) {
      if (waiver.get("change").is(change.toString()) && !isExpired(waiver)) {
        used.add(waiver);
        return true;
      }
    }
    return false;
  }

  /** Call this after all changes were checked. */
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    unknown(settings, List.of("leastNoticeInDays", "waivers"), violations);
    SpecNode days = settings.get("leastNoticeInDays");
    if (days.exists() && !days.text().matches("[0-9]{1,4}")) {
      add(violations, days, "leastNoticeInDays is no number of days; write one such as 90");
    }
    for (SpecNode waiver : settings.get("waivers").children()) {
      unknown(waiver, WAIVER, violations);
      for (String key : WAIVER) {
        if (waiver.get(key).text().isBlank()) {
          add(violations, waiver, "the waiver has no %s; add it".formatted(key));
        }
      }
      SpecNode until = waiver.get("until");
      if (until.exists() && !Extensions.isDate(until.text())) {
        add(violations, until, "until is no date; write one such as '2027-06-30'");
      } else if (isExpired(waiver)) {
        add(
            violations,
            until,
            "the waiver of \"%s\" expired on %s; remove it, and the break or its cause"
                .formatted(waiver.get("change").text(), until.text()));
      } else if (!used.contains(waiver)) {
        add(
            violations,
            waiver,
            "the waiver of \"%s\" waives nothing that changed since the last release; remove it"
                .formatted(waiver.get("change").text()));
      }
    }
    return violations;
  }

  private boolean isExpired(SpecNode waiver) {
    String until = waiver.get("until").text();
    return Extensions.isDate(until) && LocalDate.parse(until).isBefore(today);
  }

  private static void unknown(SpecNode node, List<String> known, List<Violation> violations) {
    node.children().stream()
        .filter(child -> !known.contains(child.key()))
        .forEach(
            child -> add(violations, child, "%s is not one of %s".formatted(child.key(), known)));
  }

  private static void add(List<Violation> violations, SpecNode node, String text) {
    violations.add(new Violation(RULE, FILE, node.line(), text));
  }
}
