package org.contractshop.client;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.SpringVersion;
import org.springframework.util.ClassUtils;

/** Says in a sentence what would otherwise be a NoClassDefFoundError somewhere below. */
final class ClassPathCheck {
  private static final int SPRING = 7;

  private ClassPathCheck() {}

  /**
   * @throws IllegalStateException if a library that the clients need is missing or too old
   */
  static void run() {
    ClassLoader loader = ClassPathCheck.class.getClassLoader();
    String fault = fault(SpringVersion.getVersion(), name -> ClassUtils.isPresent(name, loader));
    if (fault != null) {
      throw new IllegalStateException(fault);
    }
  }

  /**
   * @param spring null if it is not known
   */
  static @Nullable String fault(@Nullable String spring, Predicate<String> isPresent) {
    if (spring != null && Integer.parseInt(spring.split("\\.")[0]) < SPRING) {
      return "The clients need Spring Framework 7 (Spring Boot 4) or newer, but Spring Framework "
          + spring
          + " is on the class path.";
    }
    if (!isPresent.test("tools.jackson.databind.json.JsonMapper")) {
      return "The clients need Jackson 3.1 or newer, but there is no Jackson 3 on the class path:"
          + " add tools.jackson.core:jackson-databind.";
    }
    if (!isPresent.test("com.fasterxml.jackson.annotation.JsonSerializeAs")) {
      return "The clients need jackson-annotations 2.21 or newer, but another library brought an"
          + " older version: import tools.jackson:jackson-bom in dependencyManagement, before"
          + " other BOMs.";
    }
    return null;
  }
}
