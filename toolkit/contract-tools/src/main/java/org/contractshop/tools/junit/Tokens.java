package org.contractshop.tools.junit;

import java.util.ServiceLoader;

/** The tokens with which tests call a service. The tests of a service provide them. */
public interface Tokens {
  static Tokens get() {
    return ServiceLoader.load(Tokens.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No provider of " + Tokens.class.getName()));
  }

  String customer(long id);

  String service();

  String admin();
}
