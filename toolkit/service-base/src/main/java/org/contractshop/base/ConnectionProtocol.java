package org.contractshop.base;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, with two differences. A request line and headers that arrive byte by byte have
 * an overall deadline; Tomcat's own is for each byte. And {@link KeepAliveValve} can keep a
 * connection open that Tomcat would close. Tomcat creates the class by its name, so it is public.
 */
public final class ConnectionProtocol extends Http11NioProtocol {
  /** Together with the wait for the last byte, which Tomcat limits to 5 s, less than 10 s. */
  private static final Duration LONGEST_HEAD = Duration.ofSeconds(3);

  /** Tomcat uses those below 17. */
  private static final int CONNECTION = 17;

  private static final int STATUS = 18;
  private static final int HARMLESS_STATUS = 200;

  /** Makes all further reads of a request fail. Tomcat resets its timeout for the next one. */
  static void stopReading(Request request) {
    ((SocketWrapperBase<?>) request.getNote(CONNECTION)).setReadTimeout(1);
  }

  @Override
  protected Processor createProcessor() {
    return new ConnectionProcessor(this);
  }

  /**
   * Sends a response after which Tomcat would close the connection because of its status. Tomcat
   * checks the status when it writes the headers and again after the request, so it sees a
   * different one both times.
   */
  static void sendAndKeepAlive(org.apache.catalina.connector.Response sent) throws IOException {
    Response response = sent.getCoyoteResponse();
    sent.getRequest().getCoyoteRequest().setNote(STATUS, response.getStatus());
    response.setStatus(HARMLESS_STATUS);
    sent.finishResponse();
    response.setStatus(HARMLESS_STATUS);
  }

  /** Tomcat calls this between checking the status and writing it. */
  @Override
  public boolean useCompression(Request request, Response response) {
    if (request.getNote(STATUS) instanceof Integer status) {
      response.setStatus(status);
      request.setNote(STATUS, null);
    }
    return super.useCompression(request, response);
  }

  private static final class ConnectionProcessor extends Http11Processor {
    private @Nullable SocketWrapperBase<?> connection;

    /** When the first byte of the incomplete request arrived; 0 if there is none. */
    private long begin;

    ConnectionProcessor(ConnectionProtocol protocol) {
      super(protocol, protocol.getAdapter());
    }

    /** Tomcat calls this for each part of the headers, and for the whole rest of a request. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      if (socket != connection) {
        connection = socket;
        begin = 0;
      }
      if (begin == 0) {
        begin = System.nanoTime();
      }
      getRequest().setNote(CONNECTION, socket);
      int served = served();
      SocketState state = super.service(socket);
      if (served != served() || isAsync()) {
        begin = 0;
        return state;
      }
      if (state != SocketState.OPEN && state != SocketState.LONG) {
        return state;
      }
      boolean late = System.nanoTime() - begin > LONGEST_HEAD.toNanos();
      // After blank lines Tomcat would say OPEN, and forget when they began.
      return late ? SocketState.CLOSED : SocketState.LONG;
    }

    private int served() {
      return getRequest().getRequestProcessor().getRequestCount();
    }
  }
}
