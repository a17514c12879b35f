package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in system/deployment say what the services' own configuration says. */
final class DeploymentTest {
  private static final Path REPOSITORY = Settings.onFreePorts(Path.of("")).repository();
  static final Path FOLDER = REPOSITORY.resolve("system/deployment");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");
  private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|DATABASE_URL)");

  @ParameterizedTest
  @EnumSource
  void kubernetesRunsAServiceAsItIsConfigured(Service service) throws IOException {
    Map<String, JsonNode> kinds = kubernetes(service);
    JsonNode pod = kinds.get("Deployment").at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    Map<String, JsonNode> variables = new TreeMap<>();
    container.get("env").forEach(one -> variables.put(one.get("name").stringValue(), one));

    assertThat(known(service)).containsAll(variables.keySet());
    assertThat(variables.keySet()).containsAll(required(service));
    assertThat(variables.values())
        .filteredOn(one -> SECRET.matcher(one.get("name").stringValue()).matches())
        .isNotEmpty()
        .allMatch(one -> one.at("/valueFrom/secretKeyRef").isObject());
    assertThat(ports(container))
        .isEqualTo(
            Map.of("http", service.defaultPort(), "management", service.defaultManagementPort()));
    assertThat(variables.get("PORT").get("value").stringValue())
        .isEqualTo(String.valueOf(service.defaultPort()));
    assertThat(container.at("/livenessProbe/httpGet").toString())
        .isEqualTo("{\"path\":\"/livez\",\"port\":\"http\"}");
    assertThat(container.at("/readinessProbe/httpGet").toString())
        .isEqualTo("{\"path\":\"/readyz\",\"port\":\"http\"}");
    int drain =
        Integer.parseInt(
            variables.get("SHUTDOWN_DRAIN").get("value").stringValue().replace("s", ""));
    assertThat(pod.get("terminationGracePeriodSeconds").intValue()).isGreaterThan(drain + 30);
    assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").booleanValue()).isTrue();
    assertThat(kinds.get("Service").at("/spec/ports/0/port").intValue())
        .isEqualTo(service.defaultPort());
    String selected = "{\"app\":\"" + service + "\"}";
    assertThat(kinds.get("Service").at("/spec/selector").toString()).isEqualTo(selected);
    assertThat(kinds.get("PodDisruptionBudget").at("/spec/selector/matchLabels").toString())
        .isEqualTo(selected);
    assertThat(pod.toString()).contains("/tmp");
  }

  @ParameterizedTest
  @EnumSource
  void composeRunsAServiceAsItIsConfigured(Service service) throws IOException {
    JsonNode composed = documents(FOLDER.resolve("compose.yaml")).get(0).at("/services/" + service);
    Map<String, String> variables = new TreeMap<>();
    composed
        .get("environment")
        .propertyStream()
        .forEach(one -> variables.put(one.getKey(), one.getValue().asString()));

    assertThat(known(service)).containsAll(variables.keySet());
    assertThat(variables.keySet()).containsAll(required(service));
    assertThat(variables)
        .containsEntry("PORT", String.valueOf(service.defaultPort()))
        .allSatisfy(
            (name, value) ->
                assertThat(SECRET.matcher(name).matches())
                    .isEqualTo(value.contains("${") && !name.endsWith("EMAIL")));
    assertThat(composed.get("ports").get(0).stringValue())
        .isEqualTo("127.0.0.1:%1$d:%1$d".formatted(service.defaultPort()));
    assertThat(composed.get("read_only").booleanValue()).isTrue();
    assertThat(variables.get("DATABASE_URL")).endsWith("/" + service.database());
    assertThat(Files.readString(FOLDER.resolve("databases.sql")))
        .contains("CREATE DATABASE " + service.database() + ";");
  }

  /** The variables that a service reads, according to its configuration. */
  private static Set<String> known(Service service) throws IOException {
    return VARIABLE
        .matcher(
            Files.readString(REPOSITORY.resolve(service + "/src/main/resources/application.yaml"))
                + Files.readString(
                    REPOSITORY.resolve(
                        "toolkit/service-base/src/main/resources/service-defaults.yaml")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that the README marks as required. */
  private static List<String> required(Service service) throws IOException {
    List<String> required = new ArrayList<>();
    for (String line : Files.readAllLines(REPOSITORY.resolve("README.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length > 4 && cells[2 + service.ordinal()].contains("●")) {
        Pattern.compile("`([A-Z_]+)`")
            .matcher(cells[1])
            .results()
            .forEach(found -> required.add(found.group(1)));
      }
    }
    assertThat(required).isNotEmpty();
    return required;
  }

  private static Map<String, Integer> ports(JsonNode container) {
    Map<String, Integer> ports = new TreeMap<>();
    container
        .get("ports")
        .forEach(
            port ->
                ports.put(port.get("name").stringValue(), port.get("containerPort").intValue()));
    return ports;
  }

  static Map<String, JsonNode> kubernetes(Service service) throws IOException {
    Path folder = FOLDER.resolve("kubernetes");
    assertThat(Files.readString(folder.resolve("kustomization.yaml"))).contains(service + ".yaml");
    return documents(folder.resolve(service + ".yaml")).stream()
        .collect(Collectors.toMap(one -> one.get("kind").stringValue(), one -> one));
  }

  static List<JsonNode> documents(Path yaml) {
    try {
      List<JsonNode> documents = new ArrayList<>();
      new Yaml()
          .loadAll(Files.readString(yaml))
          .forEach(one -> documents.add(JsonMapper.shared().valueToTree(one)));
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
