package org.contractshop.stubs.memory;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request that the spec allows, and the stub's response without a memory.
 *
 * @param path its segments
 * @param query only the parameters that were sent
 * @param key the {@code Idempotency-Key}; empty if there is none
 * @param ifNoneMatch the version that the caller knows; empty if there is none
 * @param body missing if there is none
 * @param identity of the token; nobody if there is none that a service could know
 */
record Call(
    String method,
    String[] path,
    Map<String, String> query,
    String key,
    String ifNoneMatch,
    JsonNode body,
    Optional<Identity> identity,
    Stub stub) {
  /**
   * @param status 501 if no contract has this request
   * @param location empty if there is none
   */
  record Stub(int status, String location) {
    boolean isContract() {
      return status != 501;
    }

    /** The id in the Location header, or the given one if there is none. */
    long idOr(long other) {
      return location.isEmpty()
          ? other
          : Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }
  }

  /** Such as {@code GET /orders/*}, with a star for each id. */
  String operation() {
    StringBuilder text = new StringBuilder(method + " ");
    for (String segment : path) {
      text.append('/').append(segment.matches("\\d+|[0-9a-fA-F-]{36}") ? "*" : segment);
    }
    return text.toString();
  }

  long id() {
    return Long.parseLong(path[1]);
  }

  /**
   * @throws UnknownCallerException if there is none
   */
  Identity caller() {
    return identity.orElseThrow(UnknownCallerException::new);
  }

  String instance() {
    return "/" + String.join("/", path);
  }
}
