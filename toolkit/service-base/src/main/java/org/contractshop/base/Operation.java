package org.contractshop.base;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the service's spec.
 *
 * @param method in capital letters
 * @param roles who may call it; empty if anyone may, with or without a token
 * @param deprecation the day since which it is deprecated, if it is
 * @param sunset the last day of a deprecated operation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Operation(
    String method,
    String path,
    List<String> roles,
    @Nullable LocalDate deprecation,
    @Nullable LocalDate sunset) {

  boolean isOpen() {
    return roles.isEmpty();
  }

  boolean isDeprecated() {
    return deprecation != null;
  }
}
