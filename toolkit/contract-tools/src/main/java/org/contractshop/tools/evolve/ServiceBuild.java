package org.contractshop.tools.evolve;

import java.util.Collection;
import java.util.stream.Collectors;

/** Builds some services with their own tests. With those of the toolkit it takes twice as long. */
final class ServiceBuild {
  private ServiceBuild() {}

  static String of(Collection<String> services) {
    return services.stream()
        .map(service -> "org/contractshop/" + service.replace("-service", "") + "/**")
        .collect(
            Collectors.joining(
                ",",
                "./mvnw verify -am -Dsurefire.failIfNoSpecifiedTests=false -pl "
                    + String.join(",", services)
                    + " -Dtest=",
                ",ContractsTest,StubsTest,ArchitectureTest"));
  }
}
