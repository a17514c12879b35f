package org.contractshop.system;

import java.util.Map;
import org.contractshop.launcher.Settings;

/** The JVM options of the services that a program's option selects. */
final class JavaOptions {
  private JavaOptions() {}

  /**
   * As a part of the launcher's environment.
   *
   * @param choice {@code run}, {@code production}, or the options themselves
   */
  static Map<String, String> environment(String choice) {
    return Map.of("SERVICE_JAVA_OPTS", of(choice));
  }

  static String of(String choice) {
    return switch (choice) {
      case "run" -> Settings.DEFAULT_JAVA_OPTIONS;
      case "production" -> Settings.PRODUCTION_JAVA_OPTIONS;
      default -> choice;
    };
  }
}
