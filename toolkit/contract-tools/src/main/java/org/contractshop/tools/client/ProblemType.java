package org.contractshop.tools.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A problem type that an example of a spec shows.
 *
 * @param summary the example's
 */
record ProblemType(String type, String title, String status, String summary) {
  /** Whose exception classes would be mistaken for those of the JDK. */
  private static final Set<String> JDK_NAMES = Set.of("timeout", "io", "security");

  private static final String PREFIX = "urn:problem-type:";

  /** In the order of the spec, the first example of each. */
  static List<ProblemType> of(ClientSpec spec) {
    Map<String, ProblemType> types = new LinkedHashMap<>();
    collect(spec.document(), types);
    return new ArrayList<>(types.values());
  }

  String className() {
    String name = type.substring(PREFIX.length());
    return ClientSpec.camelCase(JDK_NAMES.contains(name) ? title : name) + "Exception";
  }

  private static void collect(Object node, Map<String, ProblemType> types) {
    if (node instanceof List<?> list) {
      list.forEach(element -> collect(element, types));
    } else if (node instanceof Map<?, ?> map) {
      if (map.get("value") instanceof Map<?, ?> value
          && String.valueOf(value.get("type")).startsWith(PREFIX)) {
        String type = value.get("type").toString();
        types.putIfAbsent(
            type,
            new ProblemType(
                type,
                String.valueOf(value.get("title")),
                String.valueOf(value.get("status")),
                String.valueOf(map.get("summary"))));
      }
      map.values().forEach(element -> collect(element, types));
    }
  }
}
