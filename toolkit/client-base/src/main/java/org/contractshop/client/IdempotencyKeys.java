package org.contractshop.client;

import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Gives each call of an operation that takes a key one of its own, unless the caller did. */
final class IdempotencyKeys implements HttpRequestValues.Processor {
  static final String HEADER = "Idempotency-Key";

  @Override
  public void process(
      Method method,
      MethodParameter[] parameters,
      @Nullable Object[] arguments,
      HttpRequestValues.Builder request) {
    for (int i = 0; i < parameters.length; i++) {
      RequestHeader header = parameters[i].getParameterAnnotation(RequestHeader.class);
      if (header != null && HEADER.equalsIgnoreCase(header.value()) && arguments[i] == null) {
        request.addHeader(HEADER, UUID.randomUUID().toString());
      }
    }
  }
}
