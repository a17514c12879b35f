package org.contractshop.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.List;
import org.contractshop.client.transport.TransportResponse;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.util.DefaultUriBuilderFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Executes the requests of the HTTP interfaces. */
final class JsonExchangeAdapter implements HttpExchangeAdapter {
  /** The attribute that holds the {@link ClientOperation}, if there is one. */
  static final String DECLARED = JsonExchangeAdapter.class.getName() + ".declared";

  /** The attribute that holds the operation id. */
  static final String OPERATION = JsonExchangeAdapter.class.getName() + ".operation";

  private static final int OK = 200;

  private final RetryLoop calls;
  private final JsonMapper json;
  private final URI baseUrl;
  private final DefaultUriBuilderFactory paths = new DefaultUriBuilderFactory();

  JsonExchangeAdapter(URI baseUrl, RetryLoop calls, JsonMapper json) {
    this.calls = calls;
    this.json = json;
    this.baseUrl = baseUrl;
  }

  @Override
  public boolean supportsRequestAttributes() {
    return true;
  }

  @Override
  public void exchange(HttpRequestValues request) {
    exchangeForHeaders(request);
  }

  @Override
  public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
    Call call = call(request);
    return checked(call, calls.send(call)).headers();
  }

  @Override
  public <T> T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
    Call call = call(request);
    return read(call, calls.send(call), type.getType());
  }

  @Override
  public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
    Call call = call(request);
    TransportResponse response = checked(call, calls.send(call));
    return ResponseEntity.status(response.status()).headers(response.headers()).build();
  }

  @Override
  public <T> ResponseEntity<T> exchangeForEntity(
      HttpRequestValues request, ParameterizedTypeReference<T> type) {
    Call call = call(request);
    TransportResponse response = calls.send(call);
    return ResponseEntity.status(response.status())
        .headers(response.headers())
        .body(read(call, response, type.getType()));
  }

  private Call call(HttpRequestValues request) {
    URI uri = request.getUri();
    if (uri == null) {
      String template = request.getUriTemplate() == null ? "" : request.getUriTemplate();
      uri = URI.create(baseUrl + paths.expand(template, request.getUriVariables()).toString());
    }
    Object body = request.getBodyValue();
    ClientOperation operation = (ClientOperation) request.getAttributes().get(DECLARED);
    return new Call(
        String.valueOf(request.getAttributes().get(OPERATION)),
        request.getHttpMethod(),
        uri,
        request.getHeaders(),
        body == null ? null : json.writeValueAsBytes(body),
        operation != null && operation.withToken(),
        operation != null && operation.idempotent());
  }

  private <T> T read(Call call, TransportResponse response, Type type) {
    checked(call, response);
    T value;
    try {
      value = json.readValue(response.body(), json.constructType(type));
    } catch (JacksonException exception) {
      // Not its message or the exception itself: they quote the response, which may be a token.
      throw invalid(call, response, exception.getClass().getSimpleName() + where(exception));
    }
    if (value == null) {
      throw invalid(call, response, "it is empty");
    }
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? page(call, response, (List<?>) value, type)
        : value;
  }

  /** An HTML page of a proxy with status 200 is not a success. */
  private static TransportResponse checked(Call call, TransportResponse response) {
    if (response.body().length == 0) {
      if (response.status() == OK) {
        throw invalid(call, response, "it is empty");
      }
      return response;
    }
    MediaType type;
    try {
      type = response.headers().getContentType();
    } catch (InvalidMediaTypeException exception) {
      type = null;
    }
    if (type == null || !MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
      throw invalid(call, response, "it is no JSON");
    }
    return response;
  }

  @SuppressWarnings("unchecked") // A page is also the list that the type asks for.
  private <T, E> T page(Call call, TransportResponse response, List<E> elements, Type type) {
    String next = LinkHeader.next(response.headers().getOrEmpty(HttpHeaders.LINK));
    return (T) new Page<>(elements, call.uri(), next, uri -> follow(call.to(uri), type));
  }

  private <E> List<E> follow(Call call, Type type) {
    return read(call, calls.send(call), type);
  }

  private static InvalidResponseException invalid(
      Call call, TransportResponse response, String why) {
    return new InvalidResponseException(
        "%s got a response with status %d that is not what was expected: %s"
            .formatted(call, response.status(), why),
        !call.reads(),
        call.idempotencyKey());
  }

  private static String where(JacksonException exception) {
    TokenStreamLocation place = exception.getLocation();
    return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
