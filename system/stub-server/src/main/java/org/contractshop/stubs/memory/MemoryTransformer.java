package org.contractshop.stubs.memory;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Replaces the response of a stub with that of its memory. Refusals by the spec, effects of network
 * faults or outages, and anything the memory does not know stay as they are.
 */
public final class MemoryTransformer implements ResponseTransformerV2 {
  /** Names a session; requests without it share one. */
  static final String SESSION = "Stub-Session";

  private static final int INVALID = 400;
  private static final Set<Integer> CHANGEABLE = Set.of(200, 201, 204, 304, 404, 409, 422, 501);
  private static final Set<String> REPLACED =
      Set.of("content-type", "location", "link", "retry-after", "etag");

  private final Service service;
  private volatile @Nullable Sessions sessions;

  public MemoryTransformer(Service service) {
    this.service = service;
  }

  /** Sets the memories, from now on. */
  public void remember(Sessions all) {
    sessions = all;
  }

  @Override
  public String getName() {
    return "memory";
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    if (response.getStatus() == INVALID) {
      // Callers without the right to do this are not told what is wrong with the request.
      String path = event.getRequest().getUrl().split("\\?", 2)[0];
      return isForbidden(event.getRequest(), path)
          ? response(response, Reply.forbidden(path))
          : response;
    }
    Sessions all = sessions;
    if (all == null || response.getFault() != null || !CHANGEABLE.contains(response.getStatus())) {
      return response;
    }
    LoggedRequest request = event.getRequest();
    String session = request.containsHeader(SESSION) ? request.getHeader(SESSION) : "";
    return all.reply(service.name(), session, call(request, response))
        .map(reply -> response(response, reply))
        .orElse(response);
  }

  private boolean isForbidden(LoggedRequest request, String path) {
    String token = request.getHeader("Authorization");
    List<String> roles =
        service
            .operation(request.getMethod().getName(), path)
            .map(Operation::roles)
            .orElse(List.of());
    return token != null
        && !roles.isEmpty()
        && Identity.of(token).filter(caller -> !roles.contains(caller.role())).isPresent();
  }

  private static Call call(LoggedRequest request, Response stub) {
    Map<String, String> query = new LinkedHashMap<>();
    request.getQueryParams().forEach((name, given) -> query.put(name, given.firstValue()));
    String key = request.getHeader("Idempotency-Key");
    String known = request.getHeader("If-None-Match");
    String token = request.getHeader("Authorization");
    String location =
        stub.getHeaders().getHeader("Location").isPresent()
            ? stub.getHeaders().getHeader("Location").firstValue()
            : "";
    return new Call(
        request.getMethod().getName(),
        request.getUrl().split("\\?", 2)[0].substring(1).split("/"),
        query,
        key == null ? "" : key,
        known == null ? "" : known,
        body(request.getBodyAsString()),
        token == null ? Optional.empty() : Identity.of(token),
        new Call.Stub(stub.getStatus(), location));
  }

  private static JsonNode body(String text) {
    return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : StubSource.json(text);
  }

  private static Response response(Response stub, Reply reply) {
    List<HttpHeader> headers = new ArrayList<>();
    stub.getHeaders().all().stream()
        .filter(header -> !REPLACED.contains(header.key().toLowerCase(Locale.ROOT)))
        .forEach(headers::add);
    reply.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
    return Response.Builder.like(stub)
        .but()
        .status(reply.status())
        .headers(new HttpHeaders(headers))
        .body(reply.body() == null ? "" : reply.body().toString())
        .build();
  }
}
