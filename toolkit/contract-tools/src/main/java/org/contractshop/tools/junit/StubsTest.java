package org.contractshop.tools.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.contract.Contracts;
import org.contractshop.tools.exchange.Boundaries;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.ExchangeRules;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.exchange.Sample;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Checks that the stubs of a service, served by a plain WireMock, return what the contracts say,
 * refuse what the spec refuses, and claim nothing else. The build of each service runs it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class StubsTest {
  private final String service = Repository.currentService();
  private final Service spec = Repository.service(service);
  @AutoClose private ServedStubs stubs;

  @BeforeAll
  void serve() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.target().resolve("stubs"))) {
      stubs =
          new ServedStubs(
              files
                  .filter(file -> file.endsWith("mappings"))
                  .findFirst()
                  .orElseThrow()
                  .resolveSibling(""));
    }
  }

  @TestFactory
  Stream<DynamicTest> every_contract_gets_its_answer() {
    return Contracts.of(service).all().stream()
        .filter(contract -> !hasFault(contract))
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.name(),
                    () -> {
                      Exchange written = contract.exchange();
                      Exchange answered = stubs.send(written);
                      assertThat(answered.status()).isEqualTo(written.status());
                      assertThat(sameJson(answered.responseBody(), written.responseBody()))
                          .as(answered.responseBody())
                          .isTrue();
                      assertThat(answered.responseHeader("Stub-Spec").orElse("none"))
                          .startsWith(service + "/");
                    }));
  }

  /** Generated clients send the defaults. */
  @TestFactory
  Stream<DynamicTest> a_default_that_is_sent_changes_nothing() {
    return Contracts.of(service).all().stream()
        .filter(contract -> !hasFault(contract))
        .flatMap(contract -> withDefaults(contract.exchange()))
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.toString(),
                    () -> assertThat(stubs.send(request).status()).isEqualTo(request.status())));
  }

  /** The exchange with each parameter that it leaves out at its default, if there is one. */
  private Stream<Exchange> withDefaults(Exchange written) {
    return ExchangeRules.operation(written, spec).stream()
        .flatMap(operation -> operation.parameters("query").stream())
        .filter(parameter -> parameter.schema().has("default"))
        .filter(
            parameter ->
                written.query().stream().noneMatch(pair -> pair.name().equals(parameter.name())))
        .map(
            parameter ->
                written.and(parameter.name(), parameter.schema().get("default").asString()));
  }

  @TestFactory
  Stream<DynamicTest> no_stub_grants_what_the_spec_refuses() {
    return spec.operations().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      List<String> wrong = new ArrayList<>();
                      for (Map.Entry<String, Sample> row : Boundaries.of(operation).entrySet()) {
                        Sample sample = row.getValue();
                        Exchange answered =
                            stubs.send(
                                Exchange.request(
                                    operation.method(),
                                    sample.target(),
                                    headers(sample),
                                    sample.body()));
                        if (!sample.isAllowed() && !isRefusal(answered)) {
                          wrong.add(row.getKey() + " breaks the spec, but " + answered);
                        }
                        if (sample.isAllowed() && answered.status() == 400) {
                          wrong.add(row.getKey() + " fits the spec, but " + answered);
                        }
                      }
                      assertThat(wrong).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> no_stub_grants_what_the_spec_refuses_beside_the_values() {
    return Contracts.of(service).all().stream()
        .filter(contract -> contract.exchange().status() < 300)
        .map(
            contract ->
                DynamicTest.dynamicTest(
                    contract.name(),
                    () -> new AlmostGranted(stubs, spec, contract.exchange()).isRefused()));
  }

  @Test
  void what_no_contract_says_is_no_success() throws Exception {
    AlmostGranted.assertRefused(send("GET", "/no-such-path"), 404, spec);
    AlmostGranted.assertRefused(send("GET", "/"), 404, spec);
    Operation operation = spec.operations().get(0);
    Exchange other = send("PURGE", Sample.of(operation).target());
    AlmostGranted.assertRefused(other, 405, spec);
    assertThat(other.responseHeader("Allow").orElse("none")).contains(operation.method());
  }

  private Exchange send(String method, String target) throws IOException, InterruptedException {
    return stubs.send(Exchange.request(method, target, Map.of(), ""));
  }

  /** A network fault has no response. */
  private static boolean hasFault(Contract contract) {
    return contract.yaml().path("metadata").has("fault");
  }

  private static boolean isRefusal(Exchange answered) {
    return answered.status() >= 400
        && answered.status() < 500
        && answered
            .responseHeader("Content-Type")
            .filter("application/problem+json"::equals)
            .isPresent();
  }

  private static Map<String, String> headers(Sample sample) {
    Map<String, String> headers = new LinkedHashMap<>(sample.headers());
    if (sample.operation().isSecured()) {
      headers.put("Authorization", "Bearer admin-token");
    }
    return headers;
  }

  private static boolean sameJson(String one, String other) {
    return Json.read(one)
        .flatMap(left -> Json.read(other).map(right -> Json.equal(left, right)))
        .orElse(one.equals(other));
  }
}
