package org.contractshop.tools.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractshop.tools.contract.ContractRules;
import org.contractshop.tools.contract.GeneratedTest;
import org.contractshop.tools.exchange.Repository;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks that the contracts of a service promise what its spec promises, and that all of them are
 * proven. The build of each service runs it.
 */
public final class ContractsTest {
  private final String service = Repository.currentService();
  private final ContractRules rules =
      new ContractRules(
          Repository.service(service),
          Repository.contracts(service),
          Repository.target().resolve("stubs"));

  @TestFactory
  Stream<DynamicTest> every_contract_and_its_stub_fit_the_spec() {
    return rules.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(rules.faults(name))
                            .as("contracts/%s/%s.yml", service, name)
                            .isEmpty()));
  }

  @Test
  void every_stub_comes_from_a_contract() {
    assertThat(rules.stubsWithoutContract()).isEmpty();
  }

  @Test
  void every_contract_has_a_test_and_every_such_test_a_contract() {
    Set<String> folders = new TreeSet<>();
    List<String> wanted = new ArrayList<>();
    for (String name : rules.names()) {
      GeneratedTest test = GeneratedTest.of(name);
      folders.add(test.className());
      wanted.add(test.toString());
    }
    assertThat(folders.stream().flatMap(this::tests))
        .as("the generated tests of the contracts; after a contract was removed, build with clean")
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  private Stream<String> tests(String className) {
    try {
      Class<?> generated = Class.forName(System.getProperty("service.package") + "." + className);
      return Stream.of(generated.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class))
          .map(method -> new GeneratedTest(className, method.getName()).toString());
    } catch (ClassNotFoundException exception) {
      return Stream.of();
    }
  }
}
