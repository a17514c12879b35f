package org.contractshop.base;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.contractshop.base.telemetry.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Returns problem details for requests that never reach Spring MVC, such as those with a malformed
 * request line or an oversized header. Tomcat creates it by its class name, so it is public and has
 * no dependencies.
 */
public final class ProblemValve extends ErrorReportValve {
  /** Tomcat's localized message for headers that do not fit into its buffer. */
  private static final String TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    if (throwable != null && TOO_LARGE.equals(throwable.getMessage())) {
      // Tomcat says 400. Without a path, it was the request line that did not fit.
      status = request.getRequestURI() == null ? 414 : 431;
      response.setStatus(status);
    }
    ProblemDetail problem = StatusProblems.of(status);
    Object traceId = request.getAttribute(Span.TRACE_ID);
    problem.setProperty(Span.TRACE_ID, traceId == null ? Span.of(null, null).traceId() : traceId);
    byte[] body = Problems.JSON.writeValueAsBytes(problem);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException exception) {
      container.getLogger().debug("The caller is gone", exception);
    }
  }
}
