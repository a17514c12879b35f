package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alerts, against what the running services expose. */
@UsesSharedShop
final class ObservabilityIT {
  private static final Path FOLDER =
      Settings.onFreePorts(Path.of("")).repository().resolve("system/observability");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)(?==~?\"|!=)");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-z][a-z0-9_]*_[a-z0-9_]+)(?:\\{([^}]*)})?(?![a-z0-9_(])");

  /** Prometheus adds them. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  private static final Set<String> NO_METERS = Set.of("group_left", "histogram_quantile");

  private final SharedShop.Running running;

  ObservabilityIT(SharedShop.Running running) {
    this.running = running;
  }

  @Test
  void everyMeterOfTheDashboardAndTheAlertsIsExposedWithItsLabels() throws Exception {
    assumeFalse(running.metrics().isEmpty(), "The metrics are only known of a shop started here");
    Caller customer = running.shop().newCustomer();
    customer.postUntilDecided(
        running.shop().orders().resolve("/orders"),
        "{\"items\": [{\"productId\": 2, \"quantity\": 1}]}");

    Map<String, Set<String>> exposed = new TreeMap<>();
    for (URI metrics : running.metrics()) {
      exposed(metrics)
          .forEach((name, labels) -> exposed.merge(name, labels, ObservabilityIT::both));
    }
    List<String> expressions =
        Stream.concat(alerts(), panels()).map(ObservabilityIT::withoutGrouping).toList();

    assertThat(expressions).hasSizeGreaterThan(25);
    for (String expression : expressions) {
      for (MatchResult selector : SELECTOR.matcher(expression).results().toList()) {
        String name = selector.group(1);
        if (!NO_METERS.contains(name)) {
          assertThat(exposed).as(expression).containsKey(name);
          assertThat(exposed.get(name)).as(expression).containsAll(labels(selector.group(2)));
        }
      }
    }
  }

  private static Stream<String> alerts() throws IOException {
    Map<String, List<Map<String, List<Map<String, Object>>>>> rules =
        new Yaml().load(Files.readString(FOLDER.resolve("alerts.yaml")));
    return rules.get("groups").stream()
        .flatMap(group -> group.get("rules").stream())
        .map(rule -> rule.get("expr").toString());
  }

  private static Stream<String> panels() throws IOException {
    JsonNode dashboard =
        JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("dashboard.json")));
    List<String> expressions = new ArrayList<>();
    dashboard.findValues("expr").forEach(one -> expressions.add(one.stringValue()));
    return expressions.stream();
  }

  private static String withoutGrouping(String expression) {
    return expression
        .replaceAll("\\b(by|ignoring|on) \\([^)]*\\)", " ")
        .replaceAll("\\[[^]]*]", " ");
  }

  private static Set<String> labels(String matchers) {
    Set<String> labels =
        LABEL
            .matcher(matchers == null ? "" : matchers)
            .results()
            .map(label -> label.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    labels.removeAll(OF_PROMETHEUS);
    return labels;
  }

  private static Map<String, Set<String>> exposed(URI metrics)
      throws IOException, InterruptedException {
    String text =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body();
    return SAMPLE
        .matcher(text)
        .results()
        .collect(
            Collectors.toMap(
                sample -> sample.group(1),
                sample -> labels(sample.group(2)),
                ObservabilityIT::both,
                TreeMap::new));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }
}
