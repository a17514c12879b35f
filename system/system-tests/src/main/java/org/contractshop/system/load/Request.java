package org.contractshop.system.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** A request that can be sent many times. */
public final class Request {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final RequestOptions options;
  private final Buffer body;

  private Request(HttpMethod method, URI uri, String token, String json) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    options =
        new RequestOptions()
            .setMethod(method)
            .setHost(uri.getHost())
            .setPort(uri.getPort())
            .setURI(uri.getRawPath() + query)
            .setTimeout(LIMIT.toMillis());
    if (token != null) {
      options.putHeader("Authorization", "Bearer " + token);
    }
    if (json != null) {
      options.putHeader("Content-Type", "application/json");
    }
    body = json == null ? null : Buffer.buffer(json);
  }

  public static Request get(URI uri, String token) {
    return new Request(HttpMethod.GET, uri, token, null);
  }

  public static Request post(URI uri, String token, String json) {
    return new Request(HttpMethod.POST, uri, token, json);
  }

  RequestOptions options() {
    return options;
  }

  Buffer body() {
    return body;
  }
}
