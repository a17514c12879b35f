package org.contractshop.tools.mutation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request as seen by a service that overlooks a part of it. */
final class OtherRequest {
  private OtherRequest() {}

  /**
   * @param value null for no such header
   */
  static HttpServletRequest withHeader(
      HttpServletRequest request, String header, @Nullable String value) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(header) ? value : super.getHeader(name);
      }

      @Override
      public Enumeration<String> getHeaders(String name) {
        if (!name.equalsIgnoreCase(header)) {
          return super.getHeaders(name);
        }
        return value == null
            ? Collections.emptyEnumeration()
            : Collections.enumeration(List.of(value));
      }

      @Override
      public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(header::equalsIgnoreCase);
        if (value != null) {
          names.add(header);
        }
        return Collections.enumeration(names);
      }
    };
  }

  static HttpServletRequest withoutQuery(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public @Nullable String getQueryString() {
        return null;
      }

      @Override
      public @Nullable String getParameter(String name) {
        return null;
      }

      @Override
      public Map<String, String[]> getParameterMap() {
        return Map.of();
      }

      @Override
      public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
      }

      @Override
      public String @Nullable [] getParameterValues(String name) {
        return null;
      }
    };
  }
}
