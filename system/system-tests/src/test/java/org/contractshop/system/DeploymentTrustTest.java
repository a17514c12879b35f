package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.system.DeploymentTest.FOLDER;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contractshop.launcher.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The files in system/deployment give each service the secrets and the ways that it needs, no more.
 */
final class DeploymentTrustTest {
  private static final String KEYS = "http://user-service:3001/.well-known/jwks.json";
  private static final Pattern PEER = Pattern.compile("http://([a-z-]+):");

  @ParameterizedTest
  @EnumSource
  void onlyTheIssuerHasPrivateKeysAndNobodyASharedSecret(Service service) throws IOException {
    JsonNode pod = pod(service);
    JsonNode container = pod.at("/containers/0");
    String composed = composed(service).toString();

    assertThat(composed + container).doesNotContain("JWT_SECRET");
    if (service == Service.USER) {
      assertThat(variable(container, "SIGNING_KEYS")).isEqualTo("/keys");
      assertThat(container.get("volumeMounts").toString())
          .contains("{\"name\":\"keys\",\"mountPath\":\"/keys\",\"readOnly\":true}");
      assertThat(pod.get("volumes").toString()).contains("\"secretName\":\"signing-keys\"");
      assertThat(composed).contains("\"SIGNING_KEYS\":\"/keys\"", "\"keys:/keys\"");
    } else {
      assertThat(variable(container, "JWKS_URL")).isEqualTo(KEYS);
      assertThat(composed).contains("\"JWKS_URL\":\"" + KEYS + "\"").doesNotContain("\"keys:");
      assertThat(pod.toString() + composed).doesNotContain("signing-keys", "SIGNING_KEYS");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceIsGivenItsOwnSecretsAndThoseThatItShares(Service service) throws IOException {
    Set<String> allowed = new TreeSet<>(Set.of(service.toString()));
    if (service != Service.PRODUCT) {
      allowed.add("service-account");
    }

    assertThat(pod(service).findValues("secretKeyRef"))
        .isNotEmpty()
        .allMatch(secret -> allowed.contains(secret.get("name").stringValue()));
    assertThat(composed(service).toString().contains("SERVICE_ACCOUNT_PASSWORD"))
        .isEqualTo(service != Service.PRODUCT);
    assertThat(composed(service).toString().contains("ADMIN_PASSWORD"))
        .isEqualTo(service == Service.USER);
  }

  /** A policy that is missing shows only in a cluster, as a service that waits. */
  @Test
  void networkPoliciesOpenTheWaysThatServicesTakeAndNoOthers() throws IOException {
    List<JsonNode> policies =
        DeploymentTest.documents(FOLDER.resolve("kubernetes/network-policies.yaml"));
    for (Service from : Service.values()) {
      Set<String> called = new TreeSet<>();
      PEER.matcher(pod(from).toString()).results().forEach(peer -> called.add(peer.group(1)));
      for (Service to : Service.values()) {
        boolean wanted = called.contains(to.toString());
        assertThat(opens(policies, "ingress", to, "from", from))
            .as("%s to %s", from, to)
            .isEqualTo(wanted);
        assertThat(opens(policies, "egress", from, "to", to))
            .as("%s to %s", from, to)
            .isEqualTo(wanted);
      }
    }
  }

  private static boolean opens(
      List<JsonNode> policies, String rules, Service pod, String end, Service peer) {
    return policies.stream()
        .map(policy -> policy.get("spec"))
        .filter(spec -> selects(spec.get("podSelector"), pod))
        .flatMap(spec -> spec.path(rules).valueStream())
        .flatMap(rule -> rule.path(end).valueStream())
        .anyMatch(one -> one.has("podSelector") && selects(one.get("podSelector"), peer));
  }

  private static boolean selects(JsonNode selector, Service service) {
    return selector.toString().contains("\"" + service + "\"");
  }

  private static JsonNode pod(Service service) throws IOException {
    return DeploymentTest.kubernetes(service).get("Deployment").at("/spec/template/spec");
  }

  private static JsonNode composed(Service service) {
    return DeploymentTest.documents(FOLDER.resolve("compose.yaml"))
        .get(0)
        .at("/services/" + service);
  }

  private static String variable(JsonNode container, String name) {
    return container
        .get("env")
        .valueStream()
        .filter(one -> one.get("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow()
        .get("value")
        .stringValue();
  }
}
