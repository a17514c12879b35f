package org.contractshop.tools.junit;

import java.util.Map;
import java.util.Set;
import org.contractshop.tools.spec.Operation;

/**
 * What the specs leave to prose: which operations show a role only its own resources.
 *
 * @param owner the user to whom the resources of the specs' examples belong
 * @param ownOnly the roles by operationId
 */
public record Ownership(long owner, Map<String, Set<String>> ownOnly) {
  /** For a service whose resources belong to nobody. */
  public static final Ownership NONE = new Ownership(7, Map.of());

  boolean isForOwnersOnly(Operation operation, String role) {
    return ownOnly.getOrDefault(operation.id(), Set.of()).contains(role);
  }
}
