package org.contractshop.client;

import org.jspecify.annotations.Nullable;
import org.springframework.core.SpringVersion;

/** Reports in a sentence what would otherwise be a NoClassDefFoundError somewhere deep down. */
final class ClassPathCheck {
  private static final String BOM = "import org.contractshop:bom in dependencyManagement.";

  private ClassPathCheck() {}

  /**
   * @throws IllegalStateException if a library that the clients need is missing or too old
   */
  static void run() {
    String fault = fault(ClassPathCheck.class.getClassLoader());
    if (fault != null) {
      throw new IllegalStateException(fault);
    }
  }

  private static @Nullable String fault(ClassLoader libraries) {
    if (!has(libraries, "org.springframework.web.service.invoker.HttpRequestValues$Processor")) {
      return "The clients need Spring Framework 7 (Spring Boot 4) or newer, but Spring Framework %s is on the class path."
          .formatted(SpringVersion.getVersion());
    }
    if (!has(libraries, "tools.jackson.databind.json.JsonMapper")) {
      return "The clients need Jackson 3.1 or newer, but %s is on the class path: %s"
          .formatted(
              has(libraries, "com.fasterxml.jackson.databind.ObjectMapper")
                  ? "only Jackson " + version(libraries, "databind.ObjectMapper")
                  : "no Jackson",
              BOM);
    }
    if (!has(libraries, "com.fasterxml.jackson.annotation.JsonSerializeAs")) {
      return "The clients need jackson-annotations 2.21 or newer, but another library brought %s: %s"
          .formatted(version(libraries, "annotation.JsonProperty"), BOM);
    }
    return null;
  }

  private static boolean has(ClassLoader libraries, String name) {
    return found(libraries, name) != null;
  }

  private static String version(ClassLoader libraries, String jackson) {
    Class<?> type = found(libraries, "com.fasterxml.jackson." + jackson);
    String version = type == null ? null : type.getPackage().getImplementationVersion();
    return version == null ? "an older version" : version;
  }

  private static @Nullable Class<?> found(ClassLoader libraries, String name) {
    try {
      return Class.forName(name, false, libraries);
    } catch (ClassNotFoundException | LinkageError missing) {
      return null;
    }
  }
}
