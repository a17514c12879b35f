package org.contractshop.base;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.catalina.connector.ClientAbortException;
import org.contractshop.base.admission.OverloadedException;
import org.springframework.http.HttpHeaders;

/** A body with a size limit that must arrive in time. */
final class BodyStream extends ServletInputStream {
  /** Makes all further reads of the request fail. */
  static final String CUT = BodyStream.class.getName() + ".cut";

  private static final String SLOW = BodyStream.class.getName() + ".slow";

  private final HttpServletRequest request;
  private final ServletInputStream in;
  private final BodyWaits waits;
  private final String address;
  private final boolean chunked;
  private final long limit;
  private final long end;
  private long read;

  /**
   * @param in the stream of the request
   * @param time for the whole body; a read that has begun may still end
   */
  BodyStream(
      HttpServletRequest request,
      ServletInputStream in,
      BodyWaits waits,
      long limit,
      Duration time) {
    this.request = request;
    this.in = in;
    this.waits = waits;
    this.limit = limit;
    address = request.getRemoteAddr();
    chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    end = System.nanoTime() + time.toNanos();
  }

  /** Whether the rest of the body was given up, so that nobody else may wait for it. */
  static boolean isSlow(HttpServletRequest request) {
    return request.getAttribute(SLOW) != null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = isThere() ? in.read(buffer, offset, length) : await(buffer, offset, length);
    read += Math.max(count, 0);
    if (read > limit) {
      throw new BodyTooLargeException(limit);
    }
    return count;
  }

  /** The available bytes of a chunked body may be the length of a chunk. */
  private boolean isThere() throws IOException {
    return in.isFinished() || (!chunked && in.available() > 0);
  }

  private int await(byte[] buffer, int offset, int length) throws IOException {
    if (System.nanoTime() - end > 0) {
      throw slow();
    }
    if (!waits.begin(address)) {
      request.setAttribute(SLOW, true);
      throw new OverloadedException("bodies that arrive slowly");
    }
    Future<?> cut = waits.at(end, (Runnable) request.getAttribute(CUT));
    try {
      return in.read(buffer, offset, length);
    } catch (ClientAbortException exception) {
      throw exception.getCause() instanceof SocketTimeoutException ? slow() : exception;
    } finally {
      cut.cancel(false);
      waits.end(address);
    }
  }

  private SlowBodyException slow() {
    request.setAttribute(SLOW, true);
    return new SlowBodyException();
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public boolean isFinished() {
    return in.isFinished();
  }

  @Override
  public boolean isReady() {
    return in.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    in.setReadListener(listener);
  }
}
