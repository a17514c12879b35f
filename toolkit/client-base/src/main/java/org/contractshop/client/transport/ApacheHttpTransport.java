package org.contractshop.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;

/**
 * Apache HttpClient 5, for servers that make many calls: the calling thread itself writes and
 * reads, over pooled connections. A timer thread aborts exchanges whose time is over, even in the
 * middle of a body.
 *
 * <p>It needs {@code org.apache.httpcomponents.client5:httpclient5} on the class path. An interrupt
 * does not end a call; only its timeout does.
 */
public final class ApacheHttpTransport implements HttpTransport, AutoCloseable {
  /** How long to keep a connection to a server that sets no limit. */
  private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(5);

  /** After this idle time a connection is checked before use, which takes a millisecond. */
  private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(100);

  private final CloseableHttpClient http;

  private ApacheHttpTransport(CloseableHttpClient http) {
    this.http = http;
  }

  /**
   * @param maxConnections to all services together; further calls wait, within their timeouts
   */
  public static ApacheHttpTransport create(Duration connectTimeout, int maxConnections) {
    return new ApacheHttpTransport(
        HttpClients.custom()
            .setConnectionManager(connections(connectTimeout, maxConnections))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setDefaultKeepAlive(KEEP_ALIVE.getDuration(), KEEP_ALIVE.getTimeUnit())
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .build());
  }

  private static HttpClientConnectionManager connections(Duration connectTimeout, int most) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(most)
        .setMaxConnPerRoute(most)
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setValidateAfterInactivity(CHECK_AFTER)
                .build())
        .build();
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    HttpUriRequestBase exchange = apacheRequest(request);
    HttpClientContext context = HttpClientContext.create();
    Future<?> abort = DeadlineTimer.after(request.timeout(), exchange::abort);
    try (ClassicHttpResponse response = open(exchange, context)) {
      return read(response, request.maxResponseBytes());
    } catch (IOException | IllegalStateException exception) {
      // If aborted between two steps, the library complains about its own state.
      if (exchange.isAborted()) {
        throw timeout(request, context);
      }
      throw exception;
    } finally {
      abort.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  private static HttpUriRequestBase apacheRequest(TransportRequest request) {
    HttpUriRequestBase exchange = new HttpUriRequestBase(request.method().name(), request.uri());
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> exchange.addHeader(name, value)));
    byte[] body = request.body();
    if (body != null) {
      exchange.setEntity(new ByteArrayEntity(body, null));
    }
    return exchange;
  }

  private static TransportResponse read(ClassicHttpResponse response, int limit)
      throws IOException {
    HttpHeaders headers = new HttpHeaders();
    for (Header header : response.getHeaders()) {
      headers.add(header.getName(), header.getValue());
    }
    HttpEntity entity = response.getEntity();
    byte[] body = new byte[0];
    if (entity != null) {
      if (entity.getContentLength() > limit) {
        throw new ResponseTooLargeException(limit);
      }
      body = entity.getContent().readNBytes(limit + 1);
      if (body.length > limit) {
        throw new ResponseTooLargeException(limit);
      }
    }
    return new TransportResponse(response.getCode(), headers, body);
  }

  private ClassicHttpResponse open(HttpUriRequestBase exchange, HttpClientContext context)
      throws IOException {
    try {
      return http.executeOpen(null, exchange, context);
    } catch (IOException exception) {
      if (exception instanceof ConnectException
          || exception instanceof ConnectTimeoutException
          || exception instanceof UnknownHostException
          || ConnectionFailedException.isTlsFailure(exception)) {
        throw new ConnectionFailedException(exception);
      }
      EndpointDetails connection = context.getEndpointDetails();
      throw connection != null && connection.getResponseCount() > 0
          ? new StaleConnectionException(exception)
          : exception;
    }
  }

  private static IOException timeout(TransportRequest request, HttpClientContext context) {
    HttpTimeoutException timeout =
        new HttpTimeoutException(
            "no complete response within " + request.timeout().toMillis() + " ms");
    // Without an endpoint, there is no connection yet.
    return context.getEndpointDetails() == null
        ? new ConnectionFailedException(new ConnectTimeoutException(timeout.getMessage()))
        : timeout;
  }
}
