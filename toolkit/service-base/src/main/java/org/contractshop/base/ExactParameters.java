package org.contractshop.base;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads parameters as their OpenAPI schema does. Spring takes an empty number for an absent one,
 * {@code 0x10} and {@code 1 6} for 16, a UUID without its zeros for one with, and the first of two
 * values for the one.
 */
final class ExactParameters implements HandlerInterceptor {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Map<Class<?>, Pattern> TEXTS =
      Map.of(
          Integer.class,
          INTEGER,
          Long.class,
          INTEGER,
          BigDecimal.class,
          NUMBER,
          UUID.class,
          Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
          readQuery(request, parameter);
        } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
          readPath(request, parameter);
        }
      }
    }
    return true;
  }

  private static void readQuery(HttpServletRequest request, MethodParameter parameter) {
    String name = InvalidFields.name(parameter);
    String[] values = request.getParameterValues(name);
    if (values != null) {
      if (values.length > 1) {
        throw new InvalidInputException(name, "must be given once");
      }
      read(values[0], name, parameter);
    }
  }

  private static void readPath(HttpServletRequest request, MethodParameter parameter) {
    String name = InvalidFields.name(parameter);
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables instanceof Map<?, ?> values) {
      read((String) values.get(name), name, parameter);
    }
  }

  private static void read(@Nullable String text, String name, MethodParameter parameter) {
    Pattern pattern = TEXTS.get(parameter.getParameterType());
    if (text != null && pattern != null && !pattern.matcher(text).matches()) {
      throw new MethodArgumentTypeMismatchException(
          text, parameter.getParameterType(), name, parameter, null);
    }
  }
}
