package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

final class RequestTelemetryTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--shop.telemetry.slow-request=0s");

  @Test
  void everyProblemNamesTheTraceOfItsRequest() {
    HttpResponse<String> refused = get(service, "/things/mine", TRACEPARENT);
    HttpResponse<String> unknown = get(service, "/nowhere", "");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"traceId\":\"" + TRACE + "\"");
    assertThat(unknown.body()).containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @Test
  void aLogLineNamesTheTraceOfItsRequest() {
    Logger logger = (Logger) LoggerFactory.getLogger(RequestTelemetry.class);
    Set<String> traces = ConcurrentHashMap.newKeySet();
    AppenderBase<ILoggingEvent> lines =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent line) {
            traces.add(String.valueOf(line.getMDCPropertyMap().get("traceId")));
          }
        };
    lines.start();
    logger.setLevel(Level.WARN);
    logger.addAppender(lines);
    try {
      // One slow request a second is logged, and the turn may be another's.
      await()
          .until(
              () -> {
                get(service, "/things/mine", TRACEPARENT);
                return traces.contains(TRACE);
              });
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
  }

  @Test
  void requestsAreCountedByOperationStatusAndProblem() {
    get(service, "/things/mine", "");
    get(service, "/made-up/" + System.nanoTime(), "");

    String metrics =
        TestService.send(TestService.operatorRequest(service, "/actuator/prometheus")).body();

    assertThat(metrics)
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",problem=\"unauthenticated\",status=\"401\",uri=\"/things/mine\"}")
        .contains(
            "http_server_requests_seconds_count{method=\"other\",problem=\"not-found\",status=\"404\",uri=\"other\"}")
        .contains("http_server_requests_seconds_bucket")
        .doesNotContain("made-up");
  }

  @Test
  void aCollectorGetsTheSpansIfThereIsOne() throws Exception {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          exchange.getRequestBody().transferTo(received);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
    try (ConfigurableApplicationContext exporting =
        TestService.start("--shop.telemetry.otlp-endpoint=" + endpoint)) {
      get(exporting, "/things/mine", TRACEPARENT);
    } finally {
      collector.stop(0);
    }

    // Protocol Buffers leave texts and bytes as they are.
    assertThat(received.toString(StandardCharsets.ISO_8859_1))
        .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1))
        .contains("GET /things/mine", "product-service");
  }

  private static HttpResponse<String> get(
      ConfigurableApplicationContext service, String path, String traceparent) {
    HttpRequest.Builder request = TestService.request(service, path);
    if (!traceparent.isEmpty()) {
      request.header("traceparent", traceparent);
    }
    return TestService.send(request);
  }
}
