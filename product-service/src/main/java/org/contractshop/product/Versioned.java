package org.contractshop.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Something that was read, with a fingerprint of everything callers see of it. Fingerprints are
 * equal if and only if that content is equal, in every instance of the service.
 */
record Versioned<T>(T content, String version) {
  private static final int BYTES = 16;

  /**
   * @param visible the content as callers see it, in an unambiguous form
   */
  static <T> Versioned<T> of(T content, CharSequence visible) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(visible.toString().getBytes(StandardCharsets.UTF_8));
      return new Versioned<>(
          content,
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception); // every JDK has it
    }
  }
}
