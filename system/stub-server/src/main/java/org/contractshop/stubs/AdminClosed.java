package org.contractshop.stubs;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.security.Authenticator;

/** Nobody may use WireMock's {@code /__admin}. */
final class AdminClosed implements Authenticator {
  @Override
  public boolean authenticate(Request request) {
    return false;
  }
}
