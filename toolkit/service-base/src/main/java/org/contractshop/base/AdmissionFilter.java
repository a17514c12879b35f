package org.contractshop.base;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractshop.base.admission.AdmissionGate;
import org.contractshop.base.telemetry.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Refuses requests for which there is no room before their tokens and bodies are read: during an
 * overload most requests are refused, and the cost of refusals is at the expense of the others.
 */
final class AdmissionFilter implements Filter {
  private final List<AdmissionGate> gates;
  private final ProblemDetail problem = Problems.overloaded();

  /** The problem as JSON, without the last member and the closing brace. */
  private final String beginning;

  AdmissionFilter(List<AdmissionGate> gates) {
    this.gates = List.copyOf(gates);
    String json = Problems.JSON.writeValueAsString(problem);
    beginning = json.substring(0, json.length() - 1);
  }

  @Override
  public void doFilter(ServletRequest sent, ServletResponse received, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) sent;
    AdmissionGate gate = gateOf(request);
    if (gate == null) {
      chain.doFilter(sent, received);
    } else if (gate.enter()) {
      try {
        chain.doFilter(sent, received);
      } finally {
        gate.leave();
      }
    } else {
      refuse(request, (HttpServletResponse) received);
    }
  }

  private @Nullable AdmissionGate gateOf(HttpServletRequest request) {
    for (AdmissionGate gate : gates) {
      if (gate.isFor(request.getMethod(), request.getRequestURI())) {
        return gate;
      }
    }
    return null;
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // The path is that of a gate, so it needs no escaping.
    String json = "%s,\"instance\":\"%s\"".formatted(beginning, request.getRequestURI());
    Span span = Span.current();
    if (span != null) {
      span.failed(Problems.type(problem));
      json += ",\"" + Span.TRACE_ID + "\":\"" + span.traceId() + '"';
    }
    byte[] body = (json + '}').getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setIntHeader(HttpHeaders.RETRY_AFTER, BaseProblemHandler.RETRY_AFTER_SECONDS);
    response.setContentType("application/problem+json");
    // No length, which Tomcat adds: otherwise it would be sent before KeepAliveValve has seen it.
    response.getOutputStream().write(body);
  }
}
