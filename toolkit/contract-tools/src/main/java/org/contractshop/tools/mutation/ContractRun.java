package org.contractshop.tools.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** A test that the build has generated from a contract. */
final class ContractRun {
  // Without listeners that evaluate whole test runs: here tests run many times, and fail.
  private static final Launcher LAUNCHER =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestExecutionListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .build());

  private final String name;
  private final LauncherDiscoveryRequest request;

  private ContractRun(TestIdentifier test) {
    MethodSource method = (MethodSource) test.getSource().orElseThrow();
    String consumer = method.getJavaClass().getSimpleName().replaceFirst("Test$", "");
    this.name =
        consumer.toLowerCase(Locale.ROOT)
            + "/"
            + method.getMethodName().replaceFirst("^validate_", "");
    this.request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectUniqueId(test.getUniqueIdObject()))
            .build();
  }

  /** All classes in a package that extend a {@code ContractBase}. */
  static List<ContractRun> in(String packageName) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(
        (reader, factory) ->
            String.valueOf(reader.getClassMetadata().getSuperClassName())
                .endsWith(".ContractBase"));
    TestPlan plan =
        LAUNCHER.discover(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    scanner.findCandidateComponents(packageName).stream()
                        .map(candidate -> Objects.requireNonNull(candidate.getBeanClassName()))
                        .sorted()
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build());
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .map(ContractRun::new)
        .toList();
  }

  /** As the contract: {@code storefront/shows_a_product}. */
  String name() {
    return name;
  }

  boolean passes() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LAUNCHER.execute(request, summary);
    return summary.getSummary().getTestsSucceededCount() == 1;
  }
}
