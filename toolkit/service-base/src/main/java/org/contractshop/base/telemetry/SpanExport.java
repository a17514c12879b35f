package org.contractshop.base.telemetry;

/** Takes the spans of requests that have ended. */
@FunctionalInterface
public interface SpanExport {
  SpanExport NONE = (span, operation, status) -> {};

  /**
   * @param operation such as {@code GET /products/{id}}
   */
  void ended(Span span, String operation, int status);
}
