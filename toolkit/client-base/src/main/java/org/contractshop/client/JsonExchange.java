package org.contractshop.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.util.DefaultUriBuilderFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Does what the methods of the HTTP interfaces ask for. */
final class JsonExchange implements HttpExchangeAdapter {
  /** The attribute of requests whose operation needs a token. */
  static final String WITH_TOKEN = JsonExchange.class.getName() + ".withToken";

  private final Attempts attempts;
  private final JsonMapper json;
  private final URI baseUrl;
  private final DefaultUriBuilderFactory paths = new DefaultUriBuilderFactory();

  JsonExchange(URI baseUrl, Attempts attempts, JsonMapper json) {
    this.attempts = attempts;
    this.json = json;
    this.baseUrl = baseUrl;
  }

  @Override
  public boolean supportsRequestAttributes() {
    return true;
  }

  @Override
  public void exchange(HttpRequestValues request) {
    attempts.send(call(request));
  }

  @Override
  public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
    return attempts.send(call(request)).headers();
  }

  @Override
  public <T> T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
    Call call = call(request);
    return read(call, attempts.send(call), type.getType());
  }

  @Override
  public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
    Answer answer = attempts.send(call(request));
    return ResponseEntity.status(answer.status()).headers(answer.headers()).build();
  }

  @Override
  public <T> ResponseEntity<T> exchangeForEntity(
      HttpRequestValues request, ParameterizedTypeReference<T> type) {
    Call call = call(request);
    Answer answer = attempts.send(call);
    return ResponseEntity.status(answer.status())
        .headers(answer.headers())
        .body(read(call, answer, type.getType()));
  }

  private Call call(HttpRequestValues request) {
    URI uri = request.getUri();
    if (uri == null) {
      String template = request.getUriTemplate() == null ? "" : request.getUriTemplate();
      uri = URI.create(baseUrl + paths.expand(template, request.getUriVariables()).toString());
    }
    Object body = request.getBodyValue();
    return new Call(
        request.getHttpMethod(),
        uri,
        request.getHeaders(),
        body == null ? null : json.writeValueAsBytes(body),
        request.getAttributes().containsKey(WITH_TOKEN));
  }

  private <T> T read(Call call, Answer answer, Type type) {
    T value;
    try {
      value = json.readValue(answer.body(), json.constructType(type));
    } catch (JacksonException exception) {
      // Neither its message nor itself: they quote the answer, which may be a token.
      throw unreadable(call, answer, exception.getClass().getSimpleName() + where(exception));
    }
    if (value == null) {
      throw unreadable(call, answer, "it is empty");
    }
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? page(call, answer, (List<?>) value, type)
        : value;
  }

  @SuppressWarnings("unchecked") // A page is the list that the type says.
  private <T, E> T page(Call call, Answer answer, List<E> elements, Type type) {
    String next = LinkHeader.next(answer.headers().getOrEmpty(HttpHeaders.LINK));
    return (T) new Page<>(elements, call.uri(), next, uri -> follow(call, uri, type));
  }

  private <E> List<E> follow(Call first, URI uri, Type type) {
    Call call = new Call(first.method(), uri, first.headers(), first.body(), first.withToken());
    return read(call, attempts.send(call), type);
  }

  private static UnreadableAnswerException unreadable(Call call, Answer answer, String why) {
    return new UnreadableAnswerException(
        "%s answered %d, but not what was expected: %s".formatted(call, answer.status(), why),
        call.idempotencyKey());
  }

  private static String where(JacksonException exception) {
    TokenStreamLocation place = exception.getLocation();
    return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
