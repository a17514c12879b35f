package org.contractshop.base;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Keeps the connection open after a 400, 500 or 503 for a completely read request, unless the
 * response was flushed before. Tomcat would close it, and each refusal during an overload would
 * cost both sides a new connection.
 */
final class KeepAliveValve extends ValveBase {
  private static final Set<Integer> CLOSING = Set.of(400, 500, 503);

  KeepAliveValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!response.isCommitted()
        && CLOSING.contains(response.getStatus())
        && request.getCoyoteRequest().isFinished()) {
      ConnectionProtocol.sendAndKeepAlive(response);
    }
  }
}
