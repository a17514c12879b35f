package org.contractshop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractshop.system.load.Tally;

/** The results of a benchmark as a table, next to those of the last one that was kept. */
final class BenchmarkTable {
  private static final Path PAGE = Path.of("docs/performance.md");
  private static final String BEGIN = "<!-- benchmark: written by ./run benchmark write=yes -->\n";
  private static final String END = "<!-- end of benchmark -->\n";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([0-9,]+) \\|");

  private record Row(String name, String callers, double perSecond, String rest) {}

  private final Map<String, Double> before;
  private final Map<String, Double> limits = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  BenchmarkTable() {
    this.before = kept();
  }

  void limit(String name, int callers, double perSecond) {
    limits.put(key(name, Integer.toString(callers)), perSecond);
    rows.add(new Row(name, Integer.toString(callers), perSecond, "| | | | | limit |"));
    System.out.printf("  %-28s %-18s %,10.0f/s%n", name, callers, perSecond);
  }

  void row(
      String name,
      String callers,
      Tally tally,
      Map<String, ProcessUse> start,
      Map<String, ProcessUse> end,
      long generatorMillis) {
    double thousands = Math.max(1, tally.requests()) / 1_000.0;
    String processors =
        end.keySet().stream()
            .map(
                process ->
                    end.get(process).processor().minus(start.get(process).processor()).toMillis()
                        / 1_000.0)
            .map(seconds -> "%.2f".formatted(seconds / thousands))
            .collect(Collectors.joining(" / "));
    String rest =
        "| %.1f | %.1f | %,d | %s / %.2f | %s |"
            .formatted(
                tally.percentile(50),
                tally.percentile(99),
                tally.requests() - tally.good(),
                processors,
                generatorMillis / 1_000.0 / thousands,
                share(name, callers, tally.goodPerSecond()));
    rows.add(new Row(name, callers, tally.goodPerSecond(), rest));
    System.out.printf("  %-28s %-18s %,10.0f/s  %s%n", name, callers, tally.goodPerSecond(), rest);
  }

  void memory(Map<String, ProcessUse> use) {
    notes.add(
        "Memory after the load: "
            + use.entrySet().stream()
                .filter(one -> one.getValue().megabytes() > 0)
                .map(one -> one.getKey() + " " + one.getValue().megabytes() + " MB")
                .collect(Collectors.joining(", "))
            + ".");
  }

  void starts(List<Double> seconds) {
    notes.add(
        "Seconds until all were ready: "
            + seconds.stream().map("%.1f"::formatted).collect(Collectors.joining(", "))
            + ".");
  }

  void conditions(String javaOptions, Duration window) {
    notes.add(
        "%d processors, Java %s, JVM options `%s`, PostgreSQL with fsync; windows of %d s until two agree within 5 %%."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                javaOptions,
                window.toSeconds()));
  }

  double perSecond(String name, int callers) {
    return rows.stream()
        .filter(row -> row.name().equals(name) && row.callers().equals("" + callers))
        .mapToDouble(Row::perSecond)
        .findFirst()
        .orElse(0);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | operation | callers | requests/s | before | p50 ms | p99 ms | errors | processor s per 1,000: user / product / order / PostgreSQL / load | of the limit |
        |---|---|---|---|---|---|---|---|---|
        """);
    for (Row row : rows) {
      Double earlier = before.get(key(row.name(), row.callers()));
      text.append(
          "| %s | %s | %,.0f | %s %s%n"
              .formatted(
                  row.name(),
                  row.callers(),
                  row.perSecond(),
                  earlier == null ? "" : "%,.0f".formatted(earlier),
                  row.rest()));
    }
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }

  /** Replaces the table in the docs. */
  static void write(Path repository, String markdown) throws IOException {
    Path page = repository.resolve(PAGE);
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        page, text.substring(0, begin) + markdown + text.substring(text.indexOf(END)));
  }

  private String share(String name, String callers, double perSecond) {
    Double limit =
        limits.get(key(name.startsWith("POST /orders") ? "SQL of an order" : "HTTP", callers));
    return limit == null ? "" : "%.0f %%".formatted(100 * perSecond / limit);
  }

  private static Map<String, Double> kept() {
    Path page = Path.of("../..").resolve(PAGE);
    Map<String, Double> kept = new TreeMap<>();
    if (Files.exists(page)) {
      try {
        Matcher row = ROW.matcher(Files.readString(page));
        while (row.find()) {
          kept.put(key(row.group(1), row.group(2)), Double.valueOf(row.group(3).replace(",", "")));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return kept;
  }

  private static String key(String name, String callers) {
    return name + " | " + callers;
  }
}
