package org.contractshop.client;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contractshop.client.transport.HttpInterceptor;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.JdkHttpTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The settings of a client: the address of the service, timeouts, retries, and what wraps each
 * call. Immutable; each method that changes something returns new settings.
 *
 * <p>All durations are from 1 ms to 1 day.
 */
public final class ClientSettings {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_RETRIES = 10;

  // Changed only by with, before anybody else sees them.
  final URI baseUrl;
  TokenSupplier token = () -> null;
  Duration connectTimeout = Duration.ofSeconds(1);
  Duration readTimeout = Duration.ofSeconds(2);
  Duration totalTimeout = Duration.ofSeconds(5);
  int maxResponseBytes = 10 * 1024 * 1024;
  RetryPolicy retryPolicy = new RetryPolicy(2, Duration.ofMillis(100), null);
  private @Nullable HttpTransport transport;
  private List<HttpInterceptor> interceptors = List.of();
  private Map<String, Supplier<@Nullable String>> headers = Map.of();
  private @Nullable ObservationRegistry observations;

  private ClientSettings(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  private ClientSettings(ClientSettings other) {
    this.baseUrl = other.baseUrl;
    this.token = other.token;
    this.connectTimeout = other.connectTimeout;
    this.readTimeout = other.readTimeout;
    this.totalTimeout = other.totalTimeout;
    this.maxResponseBytes = other.maxResponseBytes;
    this.retryPolicy = other.retryPolicy;
    this.transport = other.transport;
    this.interceptors = other.interceptors;
    this.headers = other.headers;
    this.observations = other.observations;
  }

  /**
   * The defaults: no token, 1 s to connect, 2 s per attempt, 5 s in total, at most 2 retries.
   *
   * @param baseUrl {@code http} or {@code https}, with or without a path and a trailing slash, such
   *     as {@code http://localhost:3002}
   * @throws IllegalArgumentException if it is not such a URL
   */
  public static ClientSettings of(String baseUrl) {
    return new ClientSettings(BaseUrl.checked(baseUrl));
  }

  /**
   * @param token supplies the bare bearer token for each attempt of an operation that needs one;
   *     null for none
   */
  public ClientSettings token(TokenSupplier token) {
    Objects.requireNonNull(token, "Omit the token supplier, or let it return null");
    return with(it -> it.token = token);
  }

  /** How long one attempt may take to connect. A custom transport has its own limit. */
  public ClientSettings connectTimeout(Duration timeout) {
    return with(it -> it.connectTimeout = checked("connect timeout", timeout));
  }

  /** How long one attempt may take, including connecting and the whole response body. */
  public ClientSettings readTimeout(Duration timeout) {
    return with(it -> it.readTimeout = checked("read timeout", timeout));
  }

  /**
   * How long a call may take, including all attempts and the waits between them. A {@link Deadline}
   * can only shorten it.
   */
  public ClientSettings totalTimeout(Duration timeout) {
    return with(it -> it.totalTimeout = checked("total timeout", timeout));
  }

  /**
   * @param bytes 1 or more; a response with a larger body is not read. 10 MiB by default.
   */
  public ClientSettings maxResponseBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "Set the maximum response size to 1 byte or more, not " + bytes);
    }
    return with(it -> it.maxResponseBytes = bytes);
  }

  /**
   * @param retries from 0 to 10; the most retries of a request that is safe to repeat
   */
  public ClientSettings retries(int retries) {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "Set the retries to a number from 0 to " + MOST_RETRIES + ", not " + retries);
    }
    return retryPolicy(new RetryPolicy(retries, retryPolicy.firstBackoff(), retryPolicy.budget()));
  }

  /**
   * The longest wait before the first retry, 100 ms by default; it doubles up to 2 s. The wait is
   * random (full jitter), unless the service asks for a longer one.
   */
  public ClientSettings firstBackoff(Duration wait) {
    return retryPolicy(
        new RetryPolicy(
            retryPolicy.retries(), checked("first backoff", wait), retryPolicy.budget()));
  }

  /** Limits the retries of all calls together. Several clients of one service may share it. */
  public ClientSettings retryBudget(RetryBudget budget) {
    return retryPolicy(new RetryPolicy(retryPolicy.retries(), retryPolicy.firstBackoff(), budget));
  }

  /** Uses this JDK HTTP client, for example with a proxy or an {@code SSLContext}. */
  public ClientSettings httpClient(HttpClient client) {
    return transport(new JdkHttpTransport(client));
  }

  /** Sends requests through this transport instead of the JDK's HTTP client. */
  public ClientSettings transport(HttpTransport transport) {
    return with(it -> it.transport = Objects.requireNonNull(transport));
  }

  /** Adds an interceptor around those that were added before. */
  public ClientSettings interceptor(HttpInterceptor interceptor) {
    List<HttpInterceptor> all = new ArrayList<>(interceptors);
    all.add(interceptor);
    return with(it -> it.interceptors = all);
  }

  /** Sends a header with every request. */
  public ClientSettings header(String name, String value) {
    return header(name, () -> value);
  }

  /**
   * Sends a header whose value is computed before each attempt, by the calling thread, such as
   * {@code traceparent}.
   *
   * @param value may return null for no header
   */
  public ClientSettings header(String name, Supplier<@Nullable String> value) {
    Map<String, Supplier<@Nullable String>> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return with(it -> it.headers = all);
  }

  /**
   * Makes a Micrometer observation of each attempt, {@code contractshop.client.requests}, with the
   * client, the operation and the status. With tracing, the trace context is propagated.
   */
  public ClientSettings observations(ObservationRegistry registry) {
    return with(it -> it.observations = registry);
  }

  private ClientSettings with(Consumer<ClientSettings> change) {
    ClientSettings changed = new ClientSettings(this);
    change.accept(changed);
    return changed;
  }

  private ClientSettings retryPolicy(RetryPolicy policy) {
    return with(it -> it.retryPolicy = policy);
  }

  /**
   * The transport with the interceptors around it.
   *
   * @param client such as {@code product-client}
   */
  HttpTransport interceptedTransport(String client) {
    HttpTransport chain = transport == null ? JdkHttpTransport.create(connectTimeout) : transport;
    if (observations != null) {
      chain = around(chain, new ObservationInterceptor(observations, client));
    }
    for (HttpInterceptor interceptor : interceptors) {
      chain = around(chain, interceptor);
    }
    return chain;
  }

  private static HttpTransport around(HttpTransport next, HttpInterceptor interceptor) {
    return request -> interceptor.intercept(request, next);
  }

  void addHeaders(HttpHeaders target) {
    headers.forEach(
        (name, supplier) -> {
          String value = supplier.get();
          if (value != null) {
            target.set(name, value);
          }
        });
  }

  private static Duration checked(String what, Duration timeout) {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Set the " + what + " to 1 ms or more, at most 1 day, not " + timeout);
    }
    return timeout;
  }
}
