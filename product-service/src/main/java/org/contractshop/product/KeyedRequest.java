package org.contractshop.product;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.contractshop.base.Caller;
import org.contractshop.base.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * A request that its caller may repeat.
 *
 * @param fingerprint equal for two requests if and only if they ask for the same thing
 */
record KeyedRequest(long caller, String key, String fingerprint) {

  /**
   * @param header the value of {@code Idempotency-Key}
   * @param request the operation and everything the request asks for; no part may contain a line
   *     break
   * @return null without a key
   */
  static @Nullable KeyedRequest of(@Nullable String header, Object... request) {
    String key = IdempotencyKey.parse(header);
    return key == null
        ? null
        : new KeyedRequest(
            Caller.current().id(),
            key,
            Arrays.stream(request).map(String::valueOf).collect(Collectors.joining("\n")));
  }
}
