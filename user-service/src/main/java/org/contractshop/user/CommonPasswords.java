package org.contractshop.user;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The passwords that attackers try first: zxcvbn's 30,000 most common ones. */
final class CommonPasswords {
  private static final Set<String> COMMON = load();

  private CommonPasswords() {}

  static boolean contain(String password) {
    return COMMON.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> load() {
    try {
      return new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
