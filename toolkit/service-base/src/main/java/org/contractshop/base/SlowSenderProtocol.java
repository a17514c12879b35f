package org.contractshop.base;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, but a request line and headers that arrive byte by byte have a
 * deadline too. Tomcat has one for each byte. It creates the class by its name, so it is public.
 */
public final class SlowSenderProtocol extends Http11NioProtocol {
  /** With the wait for the last byte, which Tomcat limits to 5 s, less than 10 s. */
  private static final Duration LONGEST_HEAD = Duration.ofSeconds(3);

  /** Tomcat uses those below 17. */
  private static final int NOTE = 17;

  /** Lets all further reads of a request fail. Tomcat waits anew for the next one. */
  static void stopReading(Request request) {
    ((SocketWrapperBase<?>) request.getNote(NOTE)).setReadTimeout(1);
  }

  @Override
  protected Processor createProcessor() {
    return new DeadlineProcessor(this);
  }

  private static final class DeadlineProcessor extends Http11Processor {
    private @Nullable SocketWrapperBase<?> connection;

    /** When the first byte of the request came that is not complete yet; 0 if there is none. */
    private long begin;

    DeadlineProcessor(SlowSenderProtocol protocol) {
      super(protocol, protocol.getAdapter());
    }

    /** Tomcat calls it for each part of the headers, and for the whole rest of a request. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      if (socket != connection) {
        connection = socket;
        begin = 0;
      }
      if (begin == 0) {
        begin = System.nanoTime();
      }
      getRequest().setNote(NOTE, socket);
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
