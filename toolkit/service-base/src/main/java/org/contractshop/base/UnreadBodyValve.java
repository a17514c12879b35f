package org.contractshop.base;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;

/**
 * Reads the unread rest of a body, so that the caller can read the response and reuse the
 * connection; but not for long. Tomcat would wait for each byte, however slowly they arrive.
 */
final class UnreadBodyValve extends ValveBase {
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final BodyWaits waits;

  UnreadBodyValve(BodyWaits waits) {
    super(true);
    this.waits = waits;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (!hasBody(request)) {
      getNext().invoke(request, response);
      return;
    }
    Runnable cut = () -> ConnectionProtocol.stopReading(request.getCoyoteRequest());
    request.setAttribute(BodyStream.CUT, cut);
    getNext().invoke(request, response);
    if (!request.getCoyoteRequest().isFinished()) {
      readToItsEnd(request, response, cut);
    }
  }

  private static boolean hasBody(Request request) {
    try {
      return request.getContentLengthLong() > 0
          || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    } catch (IllegalArgumentException noNumberOrTwo) {
      return false; // Tomcat refuses the request
    }
  }

  private void readToItsEnd(Request request, Response response, Runnable cut) throws IOException {
    if (hasArrived(request)) {
      read(request, System.nanoTime() + LONGEST_DRAIN.toNanos());
      return;
    }
    response.flushBuffer();
    if (BodyStream.isSlow(request) || !isReadInTime(request, cut)) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** Then nobody waits, and {@link KeepAliveValve} can keep the connection. */
  private static boolean hasArrived(Request request) {
    org.apache.coyote.Request rest = request.getCoyoteRequest();
    rest.action(ActionCode.AVAILABLE, true);
    return request.getContentLengthLong() >= 0
        && rest.getAvailable() >= request.getContentLengthLong();
  }

  private boolean isReadInTime(Request request, Runnable cut) {
    String address = request.getRemoteAddr();
    if (!waits.begin(address)) {
      return false;
    }
    long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
    Future<?> late = waits.at(end, cut);
    try {
      return read(request, end);
    } finally {
      late.cancel(false);
      waits.end(address);
    }
  }

  /** Below Catalina, which closes its stream at the end of a request. */
  private static boolean read(Request request, long end) {
    org.apache.coyote.Request rest = request.getCoyoteRequest();
    long read = 0;
    try {
      while (!rest.isFinished() && read < MOST_BYTES && System.nanoTime() - end < 0) {
        int count = rest.doRead(new Discarded());
        if (count < 0) {
          return true;
        }
        read += count;
      }
      return rest.isFinished();
    } catch (IOException exception) {
      return false;
    }
  }

  private static final class Discarded implements ApplicationBufferHandler {
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // Holds no resources.
    }
  }
}
