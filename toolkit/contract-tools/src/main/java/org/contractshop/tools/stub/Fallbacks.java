package org.contractshop.tools.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;

/** The response of a stub if neither a contract nor a guard matches. */
final class Fallbacks {
  // After the last contract.
  private static final int UNCOVERED = 40;
  private static final int OTHER_METHOD = 41;
  private static final int OTHER_PATH = 42;

  private Fallbacks() {}

  static void addTo(
      GuardFiles files, Service spec, List<Contract> contracts, GuardAnswers answers) {
    PathPatterns paths = new PathPatterns(spec);
    for (Operation operation : spec.operations()) {
      List<String> known =
          contracts.stream()
              .filter(contract -> contract.isOf(operation, spec))
              .map(Contract::name)
              .toList();
      files.add(
          operation.name() + " no contract",
          UNCOVERED,
          request(operation.method(), urlPathMatching(paths.pattern(operation))),
          answers.uncovered(operation, known));
    }
    spec.operations().stream()
        .collect(Collectors.groupingBy(Operation::path, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (path, operations) ->
                files.add(
                    "other methods of " + path,
                    OTHER_METHOD,
                    any(urlPathMatching(paths.pattern(operations.get(0)))),
                    answers.otherMethod(
                        operations.stream()
                            .map(Operation::method)
                            .sorted()
                            .collect(Collectors.joining(", ")))));
    files.add("other paths", OTHER_PATH, any(anyUrl()), answers.unknownPath());
  }
}
