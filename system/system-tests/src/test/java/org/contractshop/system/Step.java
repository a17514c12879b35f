package org.contractshop.system;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call, with names in braces for what each side knows by ids and tokens of its own: {@code
 * /orders/{order 5}} is the order that step 5 placed.
 *
 * @param service such as {@code order-service}
 * @param caller the name of a token; empty for none
 * @param body empty for none
 */
record Step(
    String service,
    String method,
    String path,
    String caller,
    Map<String, String> headers,
    String body) {

  static Step get(String service, String path, String caller) {
    return new Step(service, "GET", path, caller, Map.of(), "");
  }

  static Step send(String service, String method, String path, String caller, String json) {
    return new Step(
        service, method, path, caller, Map.of("Content-Type", "application/json"), json);
  }

  Step with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Step(service, method, path, caller, changed, body);
  }

  @Override
  public String toString() {
    String shown = body.length() > 200 ? body.substring(0, 200) + "…" : body;
    return "%s %s %s as %s %s %s".formatted(service, method, path, caller, headers, shown);
  }
}
