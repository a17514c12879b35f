package org.contractshop.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses bodies over the limit with 413, whether or not their length is announced, bodies that
 * take too long to arrive with 408, and compressed ones with 415. Tomcat itself limits only forms.
 */
final class RequestBodyFilter extends OncePerRequestFilter {
  static final long LIMIT_BYTES = 64 * 1024;

  /** Together with the wait for the last bytes, which Tomcat limits to 5 s, less than 10 s. */
  private static final Duration LONGEST_BODY = Duration.ofSeconds(4);

  private final HandlerExceptionResolver problems;
  private final BodyWaits waits;

  RequestBodyFilter(HandlerExceptionResolver problems, BodyWaits waits) {
    this.problems = problems;
    this.waits = waits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT_BYTES) {
      problems.resolveException(request, response, null, new BodyTooLargeException(LIMIT_BYTES));
    } else if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      problems.resolveException(
          request, response, null, new HttpMediaTypeNotSupportedException("Compressed"));
    } else if (request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      chain.doFilter(new LimitedRequest(request), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private final class LimitedRequest extends HttpServletRequestWrapper {
    LimitedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      HttpServletRequest request = (HttpServletRequest) getRequest();
      return new BodyStream(request, super.getInputStream(), waits, LIMIT_BYTES, LONGEST_BODY);
    }
  }
}
