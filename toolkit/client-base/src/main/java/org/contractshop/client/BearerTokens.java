package org.contractshop.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks bearer tokens. */
final class BearerTokens {
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private BearerTokens() {}

  /**
   * @throws ClientException if it is not one (RFC 6750, section 2.1); the transport might print it
   */
  static @Nullable String checked(@Nullable String token) {
    if (token != null && !BEARER.matcher(token).matches()) {
      throw new ClientException(
          "The token supplier gave something that is no bearer token: give the bare token, without"
              + " \"Bearer\" and blanks, or null for none");
    }
    return token;
  }
}
