package org.contractshop.client;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.contractshop.client.transport.HttpInterceptor;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.TransportRequest;
import org.contractshop.client.transport.TransportResponse;

/** Makes an observation of every attempt: a metric, and a span whose context is propagated. */
final class ObservationInterceptor implements HttpInterceptor {
  private final ObservationRegistry registry;
  private final String client;

  ObservationInterceptor(ObservationRegistry registry, String client) {
    this.registry = registry;
    this.client = client;
  }

  @Override
  public TransportResponse intercept(TransportRequest request, HttpTransport next)
      throws IOException, InterruptedException {
    Map<String, String> trace = new HashMap<>();
    RequestReplySenderContext<Map<String, String>, TransportResponse> context =
        new RequestReplySenderContext<>((headers, name, value) -> headers.put(name, value));
    context.setCarrier(trace);
    Observation observation =
        Observation.createNotStarted("contractshop.client.requests", () -> context, registry)
            .contextualName(client + " " + request.operation())
            .lowCardinalityKeyValue("client", client)
            .lowCardinalityKeyValue("operation", request.operation())
            .start();
    KeyValue status = KeyValue.of("status", "none");
    try (Observation.Scope scope = observation.openScope()) {
      TransportRequest traced = request;
      for (Map.Entry<String, String> header : trace.entrySet()) {
        traced = traced.withHeader(header.getKey(), header.getValue());
      }
      TransportResponse response = next.send(traced);
      context.setResponse(response);
      status = KeyValue.of("status", String.valueOf(response.status()));
      return response;
    } catch (IOException | InterruptedException exception) {
      observation.error(exception);
      throw exception;
    } finally {
      observation.lowCardinalityKeyValue(status).stop();
    }
  }
}
