package org.contractshop.tools.junit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The states that the contracts of a service name in {@code metadata.state}, each with the code
 * that sets it up.
 */
public final class ContractStates {
  private final Map<String, Callable<AutoCloseable>> states = new TreeMap<>();

  /** Sets up a state. */
  public interface Setup {
    void run() throws Exception;
  }

  /** A state that the next test may overwrite. */
  public ContractStates on(String state, Setup setup) {
    return during(
        state,
        () -> {
          setup.run();
          return () -> {};
        });
  }

  /**
   * A state that has to be ended.
   *
   * @param setup returns what ends it
   */
  public ContractStates during(String state, Callable<AutoCloseable> setup) {
    if (states.put(state, setup) != null) {
      throw new IllegalArgumentException("The state " + state + " is defined twice");
    }
    return this;
  }

  /**
   * @param state empty for none
   * @return what ends it
   */
  AutoCloseable enter(String state) throws Exception {
    if (state.isEmpty()) {
      return () -> {};
    }
    if (!states.containsKey(state)) {
      throw new IllegalArgumentException(
          "There is no state %s: add it to the ContractBase, or use one of %s"
              .formatted(state, states.keySet()));
    }
    return states.get(state).call();
  }
}
