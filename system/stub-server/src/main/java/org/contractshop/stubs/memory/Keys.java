package org.contractshop.stubs.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The replies by callers and their {@code Idempotency-Key}s. */
final class Keys {
  private final Set<String> ofContracts;
  private final Map<String, Kept> kept = new HashMap<>();

  private record Kept(String operation, JsonNode body, Reply reply) {}

  /**
   * @param ofContracts keys whose outcome the contracts define
   */
  Keys(Set<String> ofContracts) {
    this.ofContracts = ofContracts;
  }

  /**
   * The reply of the first request with the key. Empty if only a contract knows the key.
   *
   * @param write not repeated for a known key
   */
  Optional<Reply> once(Call call, Supplier<Reply> write) {
    if (call.key().isEmpty()) {
      return Optional.of(write.get());
    }
    String key = call.caller().id() + " " + call.key();
    String operation = call.method() + " " + call.instance();
    Kept earlier = kept.get(key);
    if (earlier != null) {
      return Optional.of(
          earlier.operation().equals(operation) && earlier.body().equals(call.body())
              ? earlier.reply()
              : reused(call));
    }
    if (ofContracts.contains(call.key()) && call.stub().status() >= 400) {
      return Optional.empty();
    }
    Reply reply = write.get();
    kept.put(key, new Kept(operation, call.body(), reply));
    return Optional.of(reply);
  }

  private static Reply reused(Call call) {
    return Reply.problem(
        call,
        422,
        "idempotency-key-reused",
        "Idempotency key reused",
        "This Idempotency-Key was used with another body. Use a new key for a new %s."
            .formatted(call.path()[0].equals("orders") ? "order" : "request"));
  }
}
