package org.contractshop.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells callers of deprecated operations how long they have, in every answer, refusals included.
 */
final class DeprecationFilter extends OncePerRequestFilter {
  private final Deprecations deprecations;

  DeprecationFilter(Deprecations deprecations) {
    this.deprecations = deprecations;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    deprecations.headers(request.getMethod(), request.getRequestURI()).forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
