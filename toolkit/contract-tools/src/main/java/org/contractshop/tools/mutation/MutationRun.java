package org.contractshop.tools.mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Plants every fault in the response to every contract of a producer, one at a time, and expects
 * the contract's test to fail. Fails if a test still passes.
 */
final class MutationRun {
  private final Scores scores = new Scores();

  private MutationRun() {}

  /**
   * @param arguments the name of the producer; its classes and tests are on the class path
   */
  public static void main(String[] arguments) {
    System.setProperty(FaultConfiguration.PROPERTY, "true");
    MutationRun run = new MutationRun();
    List<ContractRun> contracts = ContractRun.in("org.contractshop");
    contracts.forEach(run::judge);
    System.out.println(run.scores.table(arguments[0], contracts.size()));
    // The service and its database are still there.
    System.exit(run.scores.allKilled() && !contracts.isEmpty() ? 0 : 1);
  }

  private void judge(ContractRun contract) {
    ObservedResponse answer = answer(contract);
    // A response with a time or a random part never comes twice.
    boolean steady = answer.equals(answer(contract));
    Stream.of(BodyFaults.in(answer), HeadFaults.in(answer), RequestFaults.in(answer))
        .flatMap(List::stream)
        .forEach(
            mutant -> {
              FaultFilter.plant(mutant);
              boolean survived = contract.passes();
              boolean seen =
                  FaultFilter.sent().stream()
                      .anyMatch(
                          now -> steady ? !now.equals(answer) : now.status() != answer.status());
              if (seen || isPure(mutant)) {
                scores.add(contract.name(), mutant, !survived);
              }
            });
  }

  /** Faults that change the response itself always apply. */
  private static boolean isPure(Mutant mutant) {
    return mutant.fault().ordinal() < Fault.SKIPPED_AUTHENTICATION.ordinal();
  }

  private static ObservedResponse answer(ContractRun contract) {
    FaultFilter.plant(Mutant.NONE);
    if (!contract.passes()) {
      throw new IllegalStateException(contract.name() + " fails without a fault; fix it first");
    }
    List<ObservedResponse> sent = FaultFilter.sent();
    if (sent.size() != 1) {
      throw new IllegalStateException(contract.name() + " is not one exchange but " + sent);
    }
    return sent.get(0);
  }
}
