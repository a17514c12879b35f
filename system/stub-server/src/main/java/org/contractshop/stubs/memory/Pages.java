package org.contractshop.stubs.memory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Splits lists into pages, with the cursors of the services. */
final class Pages {
  private static final long MOST = 100;

  private Pages() {}

  /**
   * @param start where to start without a cursor
   * @return empty if the cursor does not belong to this list
   */
  static Optional<Long> after(Call call, long start) {
    String cursor = call.query().get("after");
    if (cursor == null) {
      return Optional.of(start);
    }
    try {
      return Optional.of(
          Long.parseLong(
              new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException exception) {
      return Optional.empty();
    }
  }

  static <E> Reply page(Call call, List<E> all, ToLongFunction<E> id, Function<E, JsonNode> body) {
    int limit = Integer.parseInt(call.query().getOrDefault("limit", String.valueOf(MOST)));
    ArrayNode page = Reply.NODES.arrayNode();
    all.stream().limit(limit).map(body).forEach(page::add);
    Reply reply = Reply.ok(page);
    if (all.size() <= limit) {
      return reply;
    }
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("Link", link(call, id.applyAsLong(all.get(limit - 1))));
    return new Reply(200, headers, page);
  }

  private static String link(Call call, long last) {
    Map<String, String> query = new LinkedHashMap<>(call.query());
    query.remove("after");
    query.put(
        "after",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(String.valueOf(last).getBytes(StandardCharsets.US_ASCII)));
    return query.entrySet().stream()
        .map(
            pair ->
                pair.getKey()
                    + "="
                    + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
        .collect(Collectors.joining("&", "<?", ">; rel=\"next\""));
  }
}
