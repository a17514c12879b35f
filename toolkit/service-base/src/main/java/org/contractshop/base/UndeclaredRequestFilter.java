package org.contractshop.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Refuses requests that the spec does not declare, even if a handler exists: an unknown path with
 * 404, an unknown method with 405.
 */
final class UndeclaredRequestFilter extends OncePerRequestFilter {
  private final Operations operations;
  private final HandlerExceptionResolver problems;

  UndeclaredRequestFilter(Operations operations, HandlerExceptionResolver problems) {
    this.operations = operations;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    OperationPath path = operations.path(request);
    String uri = request.getRequestURI();
    if (path == null) {
      problems.resolveException(
          request,
          response,
          null,
          new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), uri, uri));
    } else if (request.getMethod().equals("OPTIONS")) {
      Set<String> methods = new LinkedHashSet<>(path.byMethod().keySet());
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      response.setHeader(HttpHeaders.ALLOW, String.join(",", methods));
    } else {
      problems.resolveException(
          request,
          response,
          null,
          new HttpRequestMethodNotSupportedException(
              request.getMethod(), path.byMethod().keySet()));
    }
  }
}
