package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;

/** Compares a whole exchange with a spec, and describes the differences. */
public final class ExchangeRules {
  private static final List<Integer> REFUSALS_OF_FORM = List.of(400, 413, 415);

  private ExchangeRules() {}

  /** For contracts and stubs, which are written by people: nothing may go beyond the spec. */
  public static List<Mismatch> mismatchesOfWritten(Exchange exchange, Service spec) {
    Optional<Operation> found = operation(exchange, spec);
    if (found.isEmpty()) {
      return List.of(new Mismatch(List.of("request"), unknown(exchange, spec)));
    }
    Operation operation = found.get();
    RequestViolations request = RequestViolations.of(exchange, operation);
    List<Mismatch> mismatches = new ArrayList<>();
    if (exchange.status() == 401) {
      mismatches.addAll(request.broken());
      mismatches.addAll(request.surplus());
    } else if (REFUSALS_OF_FORM.contains(exchange.status())) {
      mismatches.addAll(request.surplus());
      if (request.unauthenticated()) {
        mismatches.addAll(new RequestViolations(true, List.of(), List.of()).all());
      }
      if (request.broken().isEmpty() && !BusinessRules.document(exchange, operation)) {
        mismatches.add(new Mismatch(List.of("response", "status"), allowedButRefused(exchange)));
      }
    } else {
      mismatches.addAll(request.all());
    }
    mismatches.addAll(ResponseViolations.of(exchange, operation));
    return mismatches;
  }

  /** For real exchanges, in which tests may send anything. */
  public static List<String> mismatchesOfSpoken(Exchange exchange, Service spec) {
    Optional<Operation> found = operation(exchange, spec);
    if (found.isEmpty()) {
      return exchange.status() == 404 || exchange.status() == 405
          ? words(ResponseViolations.ofProblem(exchange, spec.problem()))
          : List.of(unknown(exchange, spec) + ", yet it was not answered with 404 or 405");
    }
    Operation operation = found.get();
    RequestViolations request = RequestViolations.of(exchange, operation);
    List<String> mismatches = new ArrayList<>();
    if (request.breaksSpec() && exchange.status() < 400) {
      request
          .all()
          .forEach(mismatch -> mismatches.add(mismatch + "; yet the service did not refuse it"));
    }
    if (!request.breaksSpec()
        && exchange.status() == 400
        && !BusinessRules.document(exchange, operation)) {
      mismatches.add(allowedButRefused(exchange));
    }
    mismatches.addAll(words(ResponseViolations.of(exchange, operation)));
    return mismatches;
  }

  private static List<String> words(List<Mismatch> mismatches) {
    return mismatches.stream().map(Mismatch::words).toList();
  }

  public static Optional<Operation> operation(Exchange exchange, Service spec) {
    return spec.operation(exchange.method(), exchange.path());
  }

  private static String unknown(Exchange exchange, Service spec) {
    List<Operation> siblings = spec.at(exchange.path());
    return siblings.isEmpty()
        ? "the spec has no path " + exchange.path()
        : "the spec has no %s %s, only %s"
            .formatted(
                exchange.method(),
                siblings.get(0).path(),
                siblings.stream().map(Operation::method).collect(Collectors.joining(", ")));
  }

  private static String allowedButRefused(Exchange exchange) {
    return "the spec allows this request, yet it is answered with %d: let it break the spec, or show this refusal as an example of the response with x-reason: business-rule"
        .formatted(exchange.status());
  }
}
