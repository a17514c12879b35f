package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import org.contractshop.tools.spec.Schemas;

/**
 * A part of an exchange that the spec does not allow.
 *
 * @param place the keys that lead to it in a contract, such as {@code request}, {@code body}
 */
public record Mismatch(List<String> place, String words) {
  /**
   * @param what the beginning of the sentence
   */
  static Mismatch of(Schemas.Problem problem, List<String> place, String what) {
    List<String> inside =
        problem.undeclared().isEmpty()
            ? problem.path()
            : join(problem.path(), List.of(problem.undeclared()));
    return new Mismatch(join(place, inside), what + problem);
  }

  static List<String> join(List<String> place, List<String> inside) {
    List<String> joined = new ArrayList<>(place);
    joined.addAll(inside);
    return List.copyOf(joined);
  }

  @Override
  public String toString() {
    return words;
  }
}
