package org.contractshop.base;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads parameters as their OpenAPI schemas define them. Spring would treat an empty number as
 * absent, {@code 0x10} and {@code 1 6} as 16, and a UUID without leading zeros as one with them,
 * and would take the first of two values in the query or in headers.
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

  private static final String QUERY = ExactParameters.class.getName() + ".query";

  private final Map<Method, List<Check>> checks = new ConcurrentHashMap<>();

  /** The checks a handler's parameter needs in addition to Spring's. */
  private record Check(Source source, String name, @Nullable Pattern text, MethodParameter target) {
    enum Source {
      QUERY,
      PATH,
      HEADER
    }

    static @Nullable Check of(MethodParameter parameter) {
      Source source =
          parameter.hasParameterAnnotation(RequestParam.class)
              ? Source.QUERY
              : parameter.hasParameterAnnotation(PathVariable.class)
                  ? Source.PATH
                  : parameter.hasParameterAnnotation(RequestHeader.class) ? Source.HEADER : null;
      return source == null
          ? null
          : new Check(
              source,
              InvalidFields.name(parameter),
              TEXTS.get(parameter.getParameterType()),
              parameter);
    }

    void read(String value) {
      if (text != null && !text.matcher(value).matches()) {
        throw new MethodArgumentTypeMismatchException(
            value, target.getParameterType(), name, target, null);
      }
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      for (Check check : checks.computeIfAbsent(method.getMethod(), it -> checks(method))) {
        switch (check.source) {
          case QUERY -> readQuery(request, check);
          case PATH -> readPath(request, check);
          case HEADER -> readHeader(request, check);
        }
      }
    }
    return true;
  }

  /** The query parameters of the current request that its operation declares. */
  static Map<String, String> declaredQuery(HttpServletRequest request) {
    return request.getAttribute(QUERY) instanceof DeclaredQuery query ? query : Map.of();
  }

  private static final class DeclaredQuery extends LinkedHashMap<String, String> {}

  private static List<Check> checks(HandlerMethod method) {
    return Stream.of(method.getMethodParameters()).map(Check::of).filter(Objects::nonNull).toList();
  }

  private static void readQuery(HttpServletRequest request, Check check) {
    String[] values = request.getParameterValues(check.name);
    if (values != null) {
      if (values.length > 1) {
        throw new InvalidInputException(check.name, "must be given once");
      }
      check.read(values[0]);
      DeclaredQuery query =
          request.getAttribute(QUERY) instanceof DeclaredQuery known ? known : new DeclaredQuery();
      query.put(check.name, values[0]);
      request.setAttribute(QUERY, query);
    }
  }

  private static void readPath(HttpServletRequest request, Check check) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables instanceof Map<?, ?> values && values.get(check.name) instanceof String text) {
      check.read(text);
    }
  }

  private static void readHeader(HttpServletRequest request, Check check) {
    Enumeration<String> values = request.getHeaders(check.name);
    if (values.hasMoreElements()) {
      check.read(values.nextElement());
      if (values.hasMoreElements()) {
        throw new InvalidInputException(check.name, "must be given once");
      }
    }
  }
}
