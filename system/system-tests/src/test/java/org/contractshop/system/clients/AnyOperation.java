package org.contractshop.system.clients;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls any method of the generated interfaces, with arguments that fit. */
final class AnyOperation {
  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.of(
          Long.class,
          1L,
          Integer.class,
          1,
          String.class,
          "text",
          BigDecimal.class,
          BigDecimal.TEN,
          UUID.class,
          UUID.randomUUID());

  private AnyOperation() {}

  static Object health(List<Object> apis) throws Throwable {
    Object health = apis.get(apis.size() - 1);
    return call(health, health.getClass().getInterfaces()[0].getMethod("getHealth"));
  }

  static Object call(Object api, Method method) throws Throwable {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(AnyOperation::argument).toArray();
    try {
      return method.invoke(api, arguments);
    } catch (InvocationTargetException exception) {
      throw exception.getCause();
    }
  }

  private static Object argument(Class<?> type) {
    Object known = ARGUMENTS.get(type);
    try {
      return known == null ? type.getConstructor().newInstance() : known;
    } catch (ReflectiveOperationException exception) {
      throw new IllegalStateException("Say in this class what a " + type + " is", exception);
    }
  }
}
