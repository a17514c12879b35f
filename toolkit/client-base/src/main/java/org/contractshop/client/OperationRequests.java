package org.contractshop.client;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** Adds to a request what Spring's annotations do not say: {@link ClientOperation} and options. */
final class OperationRequests implements HttpRequestValues.Processor, HttpServiceArgumentResolver {
  static final String KEY_HEADER = "Idempotency-Key";

  private final ConversionService conversions;

  OperationRequests(ConversionService conversions) {
    this.conversions = conversions;
  }

  @Override
  public boolean resolve(
      @Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
    if (!RequestOptions.class.isAssignableFrom(parameter.getParameterType())) {
      return false;
    }
    if (argument instanceof RequestOptions<?> given) {
      for (RequestOptions.Option option : given.options()) {
        String[] values = texts(option.value());
        if (option.inHeader()) {
          request.addHeader(option.name(), values);
        } else {
          request.addRequestParameter(option.name(), values);
        }
      }
    }
    return true;
  }

  @Override
  public void process(
      Method method,
      MethodParameter[] parameters,
      @Nullable Object[] arguments,
      HttpRequestValues.Builder request) {
    request.addAttribute(JsonExchangeAdapter.OPERATION, method.getName());
    ClientOperation operation = method.getAnnotation(ClientOperation.class);
    if (operation == null) {
      return;
    }
    request.addAttribute(JsonExchangeAdapter.DECLARED, operation);
    if (operation.withIdempotencyKey()) {
      request.configureHeaders(OperationRequests::addKey);
    }
  }

  private static void addKey(HttpHeaders headers) {
    if (!headers.containsHeader(KEY_HEADER)) {
      headers.set(KEY_HEADER, UUID.randomUUID().toString());
    }
  }

  private String[] texts(Object value) {
    Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
    return values.stream()
        .map(one -> conversions.convert(one, String.class))
        .toArray(String[]::new);
  }
}
