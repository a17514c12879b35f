package org.contractshop.tools.mutation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.contractshop.tools.junit.Tokens;

/**
 * A service that ignores a part of the request, simulated by removing that part. If the response is
 * the same without it, the fault does not apply.
 */
final class RequestFaults {
  private static final String TOKEN = "Authorization";

  private final List<Mutant> mutants = new ArrayList<>();

  private RequestFaults() {}

  static List<Mutant> in(ObservedResponse answer) {
    RequestFaults faults = new RequestFaults();
    faults.plant(Fault.IGNORED_KEY, "Idempotency-Key", without("Idempotency-Key"));
    faults.plant(Fault.IGNORED_QUERY, "query", OtherRequest::withoutQuery);
    Map<String, String> tokens =
        Map.of("as admin", Tokens.get().admin(), "as service", Tokens.get().service());
    if (answer.status() == 401) {
      faults.plant(Fault.SKIPPED_AUTHENTICATION, tokens);
    }
    if (answer.status() == 403) {
      faults.plant(Fault.SKIPPED_ROLE, tokens);
    }
    if (answer.status() == 403 || answer.status() == 404) {
      // The customers in all contracts.
      for (long id : List.of(7L, 8L, 9L)) {
        faults.plant(
            Fault.SKIPPED_OWNERSHIP, "as customer " + id, withToken(Tokens.get().customer(id)));
      }
    }
    return faults.mutants;
  }

  private void plant(Fault fault, Map<String, String> tokens) {
    tokens.forEach((who, token) -> plant(fault, who, withToken(token)));
  }

  private void plant(Fault fault, String where, UnaryOperator<HttpServletRequest> change) {
    mutants.add(Mutant.ofRequest(fault, where, change));
  }

  private static UnaryOperator<HttpServletRequest> withToken(String token) {
    return request -> OtherRequest.withHeader(request, TOKEN, "Bearer " + token);
  }

  private static UnaryOperator<HttpServletRequest> without(String header) {
    return request -> OtherRequest.withHeader(request, header, null);
  }
}
