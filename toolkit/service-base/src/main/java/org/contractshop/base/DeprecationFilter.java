package org.contractshop.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells callers of a deprecated operation since when it is deprecated ({@code Deprecation}, RFC
 * 9745: the first moment of the day) and until when it works ({@code Sunset}, RFC 8594: the last
 * second of the day), in every response, refusals included. Days are days in UTC.
 */
final class DeprecationFilter extends OncePerRequestFilter {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final Operations operations;

  DeprecationFilter(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Operation operation = operations.operation(request);
    if (operation != null && operation.deprecation() != null) {
      response.setHeader(
          "Deprecation",
          "@" + operation.deprecation().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
      if (operation.sunset() != null) {
        response.setHeader("Sunset", HTTP_DATE.format(operation.sunset().atTime(LAST_SECOND)));
      }
    }
    chain.doFilter(request, response);
  }
}
