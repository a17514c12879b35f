package org.contractshop.base;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;

/**
 * Keyset paging: the cursor is the key of the last element of the previous page, so inserts never
 * shift a page. Links follow RFC 8288. They are relative, so that they work behind any prefix, and
 * repeat only the parameters that the operation declares.
 */
public final class Paging {
  private Paging() {}

  /**
   * @return the key after which the page starts, or {@code start} without a cursor
   * @throws InvalidInputException if the cursor was not made by this service
   */
  public static long key(@Nullable String cursor, long start) {
    if (cursor == null) {
      return start;
    }
    try {
      return Long.parseLong(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException exception) {
      throw new InvalidInputException("after", "is not a cursor of this list");
    }
  }

  /**
   * Returns a page for the current request.
   *
   * @param found up to one element more than the limit, which shows that there is a next page
   */
  public static <E, D> ResponseEntity<List<D>> page(
      List<E> found, int limit, ToLongFunction<E> key, Function<E, D> body) {
    if (found.size() <= limit) {
      return ResponseEntity.ok(found.stream().map(body).toList());
    }
    List<E> page = found.subList(0, limit);
    return ResponseEntity.ok()
        .header(HttpHeaders.LINK, next(key.applyAsLong(page.get(limit - 1))))
        .body(page.stream().map(body).toList());
  }

  private static String next(long key) {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(String.valueOf(key).getBytes(StandardCharsets.US_ASCII));
    Map<String, String> query = new LinkedHashMap<>();
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      query.putAll(ExactParameters.declaredQuery(current.getRequest()));
    }
    query.put("after", cursor);
    return query.entrySet().stream()
        .map(it -> it.getKey() + "=" + UriUtils.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "<?", ">; rel=\"next\""));
  }
}
