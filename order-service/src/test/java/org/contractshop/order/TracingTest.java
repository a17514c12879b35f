package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.contract.stubrunner.StubFinder;

@OrderServiceTest
class TracingTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired private StubFinder stubs;
  @Autowired private Stock stock;
  @LocalServerPort private int port;

  @Test
  void theTraceOfACallerGoesOnToProductService() throws Exception {
    String trace = "7bf92f3577b34da6a3ce929d0e0e4731";
    Circuit.close(stock);
    HttpRequest order =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
            .header("Authorization", "Bearer " + TestTokens.customer(71))
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .header("tracestate", "vendor=opaque")
            .POST(BodyPublishers.ofString(OrderCaller.items(1, 2)))
            .build();

    // The first order after a start may take too long.
    await().until(() -> HTTP.send(order, BodyHandlers.discarding()).statusCode() == 201);

    assertThat(receivedByProductService())
        .contains("00-" + trace + "-")
        .doesNotContain(trace + "-00f067aa0ba902b7")
        .contains("vendor=opaque");
  }

  private String receivedByProductService() throws Exception {
    URI requests = URI.create(stubs.findStubUrl("product-service") + "/__admin/requests?limit=5");
    return HTTP.send(HttpRequest.newBuilder(requests).build(), BodyHandlers.ofString()).body();
  }
}
