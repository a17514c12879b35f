package org.contractshop.system;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The options of a program, given as {@code name=value}, and their defaults. */
final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param defaults the known names, with their default values
   * @throws IllegalArgumentException with a sentence for people, if an argument is not one of them
   */
  static Options parse(Map<String, String> defaults, String... arguments) {
    Map<String, String> values = new LinkedHashMap<>(defaults);
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts.length < 2 || !defaults.containsKey(parts[0])) {
        throw new IllegalArgumentException(
            "%s is no option. There are, with their usual values: %s"
                .formatted(argument, new TreeMap<>(defaults)));
      }
      values.put(parts[0], parts[1]);
    }
    return new Options(values);
  }

  String get(String name) {
    return values.get(name);
  }

  int number(String name) {
    try {
      return Integer.parseInt(get(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, but is " + get(name), e);
    }
  }
}
