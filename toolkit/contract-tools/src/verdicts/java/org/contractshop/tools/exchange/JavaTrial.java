package org.contractshop.tools.exchange;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program that uses all of an old client: it is compiled against the client of another
 * version, and its arguments must still mean the same there.
 */
final class JavaTrial implements JavaCallers {
  /** By service and specs. */
  private final Map<List<Object>, JavaClient> clients = new HashMap<>();

  @Override
  public Set<String> breaks(String service, Map<String, String> old, Map<String, String> now)
      throws Exception {
    JavaClient before = client(service, old);
    String caller = caller(before);
    if (!before.compiles(caller).isEmpty()) {
      throw new IllegalStateException(
          "The caller breaks with its own version: " + before.compiles(caller));
    }
    JavaClient after = client(service, now);
    Set<String> broken = new TreeSet<>(after.compiles(caller));
    if (broken.isEmpty()) {
      broken.addAll(swapped(before, after));
    }
    return broken;
  }

  private JavaClient client(String service, Map<String, String> specs) throws Exception {
    List<Object> key = List.of(service, specs);
    if (!clients.containsKey(key)) {
      clients.put(key, JavaClient.of(service, specs));
    }
    return clients.get(key);
  }

  private static String caller(JavaClient client) throws Exception {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : client.names()) {
      classes.add(Class.forName(name, false, client.loader()));
    }
    Set<String> filled = new HashSet<>();
    classes.stream()
        .filter(Class::isInterface)
        .flatMap(api -> Stream.of(api.getDeclaredMethods()))
        .flatMap(method -> Stream.of(method.getGenericParameterTypes()))
        .forEach(type -> fill(type, filled));
    StringBuilder caller =
        new StringBuilder("package %s;\nfinal class Caller {\n".formatted(JavaClient.PACKAGE));
    classes.forEach(each -> use(each, filled, caller));
    return caller.append("}\n").toString();
  }

  /** The types of requests, which callers construct, and all that those hold. */
  private static void fill(Type type, Set<String> filled) {
    if (type instanceof java.lang.reflect.ParameterizedType list) {
      Stream.of(list.getActualTypeArguments()).forEach(each -> fill(each, filled));
    } else if (type instanceof Class<?> model
        && model.getName().contains(".model.")
        && filled.add(model.getName())) {
      Stream.of(model.getMethods()).forEach(getter -> fill(getter.getGenericReturnType(), filled));
    }
  }

  private static void use(Class<?> type, Set<String> filled, StringBuilder caller) {
    String name = name(type);
    if (type.isEnum()) {
      Stream.of(type.getFields())
          .filter(field -> field.isEnumConstant() && !field.getName().startsWith("UNKNOWN_DEFAULT"))
          .forEach(
              field ->
                  caller.append(
                      "  Object o%d = %s.%s;\n".formatted(caller.length(), name, field.getName())));
      return;
    }
    boolean constructed = filled.contains(type.getName()) || name.endsWith("Options");
    if (constructed) {
      Stream.of(type.getConstructors())
          .forEach(
              it ->
                  caller.append(
                      "  void c%d(%s) { new %s(%s); }\n"
                          .formatted(caller.length(), parameters(it), name, arguments(it))));
    }
    for (Method method : type.getDeclaredMethods()) {
      boolean read = method.getParameterCount() == 0 && method.getName().startsWith("get");
      boolean used = type.isInterface() || name.endsWith("Options") || constructed || read;
      if (used
          && Modifier.isPublic(method.getModifiers())
          && !method.isSynthetic()
          && !Set.of("equals", "hashCode", "toString").contains(method.getName())) {
        String result =
            method.getReturnType() == void.class
                ? ""
                : type(method.getGenericReturnType()) + " r = ";
        caller.append(
            "  void m%d(%s it%s) throws Exception { %sit.%s(%s); }\n"
                .formatted(
                    caller.length(),
                    name,
                    method.getParameterCount() == 0 ? "" : ", " + parameters(method),
                    result,
                    method.getName(),
                    arguments(method)));
      }
    }
    caller.append("  void t%d(%s it) { Object o = it; }\n".formatted(caller.length(), name));
    Stream.of(type.getDeclaredClasses())
        .filter(Class::isEnum)
        .forEach(each -> use(each, filled, caller));
  }

  private static String name(Class<?> type) {
    return type.getName().replace('$', '.');
  }

  private static String type(Type type) {
    return type.getTypeName().replace('$', '.');
  }

  private static String parameters(Executable executable) {
    List<String> parameters = new ArrayList<>();
    for (Type type : executable.getGenericParameterTypes()) {
      parameters.add(type(type) + " p" + parameters.size());
    }
    return String.join(", ", parameters);
  }

  private static String arguments(Executable executable) {
    return java.util.stream.IntStream.range(0, executable.getParameterCount())
        .mapToObj(index -> "p" + index)
        .collect(Collectors.joining(", "));
  }

  /** Arguments of one type that have changed places. */
  private static Set<String> swapped(JavaClient before, JavaClient after) throws Exception {
    Map<String, List<String>> names = new HashMap<>();
    for (String name : after.names()) {
      executables(Class.forName(name, false, after.loader()))
          .forEach(it -> names.put(signature(it), names(it)));
    }
    Set<String> swapped = new TreeSet<>();
    for (String name : before.names()) {
      executables(Class.forName(name, false, before.loader()))
          .filter(it -> isReordered(names(it), names.get(signature(it))))
          .forEach(it -> swapped.add("the arguments of " + it + " are swapped"));
    }
    return swapped;
  }

  private static boolean isReordered(List<String> old, List<String> now) {
    return now != null && !old.equals(now) && new HashSet<>(old).equals(new HashSet<>(now));
  }

  private static Stream<Executable> executables(Class<?> type) {
    return Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getDeclaredMethods()));
  }

  private static String signature(Executable executable) {
    return executable.toGenericString();
  }

  private static List<String> names(Executable executable) {
    return Arrays.stream(executable.getParameters()).map(Parameter::getName).toList();
  }
}
