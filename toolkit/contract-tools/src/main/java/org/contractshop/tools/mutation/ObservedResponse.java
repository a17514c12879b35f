package org.contractshop.tools.mutation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a response that callers can rely on.
 *
 * @param body null if there is none
 */
record ObservedResponse(int status, Map<String, String> headers, @Nullable JsonNode body) {
  static final String CONTENT_TYPE = "Content-Type";

  /** Headers that callers need to continue. */
  static final List<String> GUIDING_HEADERS =
      List.of("Location", "Link", "Retry-After", "WWW-Authenticate");

  /** No content, and not modified: servers drop a body that an application writes. */
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static ObservedResponse of(ContentCachingResponseWrapper response) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : GUIDING_HEADERS) {
      if (response.getHeader(name) != null) {
        headers.put(name, response.getHeader(name));
      }
    }
    if (WITHOUT_BODY.contains(response.getStatus())) {
      return new ObservedResponse(response.getStatus(), headers, null);
    }
    if (response.getContentType() != null) {
      headers.put(CONTENT_TYPE, response.getContentType());
    }
    byte[] body = response.getContentAsByteArray();
    return new ObservedResponse(
        response.getStatus(), headers, body.length == 0 ? null : JSON.readTree(body));
  }

  boolean isError() {
    return status >= 400;
  }

  ObservedResponse withStatus(int other) {
    return new ObservedResponse(other, headers, body);
  }

  ObservedResponse withBody(@Nullable JsonNode other) {
    return new ObservedResponse(status, headers, other);
  }

  ObservedResponse withHeader(String name, String value) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.put(name, value);
    return new ObservedResponse(status, changed, body);
  }

  ObservedResponse withoutHeader(String name) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.remove(name);
    return new ObservedResponse(status, changed, body);
  }

  /**
   * @param response has the headers of the original response
   */
  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    for (String name : GUIDING_HEADERS) {
      response.setHeader(name, headers.get(name)); // null removes it
    }
    response.setContentType(headers.get(CONTENT_TYPE));
    if (body != null) {
      byte[] bytes = JSON.writeValueAsBytes(body);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
