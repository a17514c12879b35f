package org.contractshop.tools.mutation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;

/**
 * One fault at one place of the exchange of a contract.
 *
 * @param where such as a field
 */
record Mutant(
    Fault fault,
    String where,
    UnaryOperator<HttpServletRequest> request,
    UnaryOperator<ObservedResponse> answer) {
  /** The service as it is. */
  static final Mutant NONE =
      new Mutant(Fault.OTHER_TEXT, "nowhere", UnaryOperator.identity(), UnaryOperator.identity());

  static Mutant ofResponse(Fault fault, String where, UnaryOperator<ObservedResponse> change) {
    return new Mutant(fault, where, UnaryOperator.identity(), change);
  }

  static Mutant ofRequest(Fault fault, String where, UnaryOperator<HttpServletRequest> change) {
    return new Mutant(fault, where, change, UnaryOperator.identity());
  }

  @Override
  public String toString() {
    return fault.words() + " (" + where + ")";
  }
}
