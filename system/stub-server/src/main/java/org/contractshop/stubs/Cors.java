package org.contractshop.stubs;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;

/** Lets the web pages of one other origin call a stub, such as a front end on another port. */
final class Cors implements StubRequestFilterV2, ResponseTransformerV2 {
  private final String origin;

  Cors(String origin) {
    this.origin = origin;
  }

  @Override
  public String getName() {
    return "cors";
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent event) {
    boolean preflight =
        request.getMethod().getName().equals("OPTIONS")
            && request.containsHeader("Access-Control-Request-Method");
    return preflight
        ? RequestFilterAction.stopWith(
            ResponseDefinitionBuilder.responseDefinition()
                .withStatus(204)
                .withHeader("Access-Control-Allow-Origin", origin)
                .withHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                .withHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Idempotency-Key, Stub-Session, traceparent")
                .withHeader("Access-Control-Max-Age", "600")
                .withHeader("Vary", "Origin")
                .build())
        : RequestFilterAction.continueWith(request);
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    List<HttpHeader> headers = new ArrayList<>(response.getHeaders().all());
    headers.removeIf(header -> header.key().equalsIgnoreCase("Access-Control-Allow-Origin"));
    headers.add(new HttpHeader("Access-Control-Allow-Origin", origin));
    headers.add(new HttpHeader("Access-Control-Expose-Headers", "Link, Location, Retry-After"));
    headers.add(new HttpHeader("Vary", "Origin"));
    return Response.Builder.like(response).but().headers(new HttpHeaders(headers)).build();
  }
}
