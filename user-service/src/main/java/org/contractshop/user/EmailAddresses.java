package org.contractshop.user;

import java.text.Normalizer;

/** Tells which addresses are the same. */
final class EmailAddresses {
  private EmailAddresses() {}

  /**
   * The same for all spellings of an address: in upper or lower case, with composed or decomposed
   * characters, in full or half width.
   */
  static String key(String email) {
    StringBuilder key = new StringBuilder();
    // Each character by itself: in a word, Σ would become σ or ς.
    normal(email).codePoints().map(Character::toLowerCase).forEach(key::appendCodePoint);
    return normal(key.toString());
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
