package org.contractshop.client.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** No connection was made, so the service has not seen the request. */
public final class ConnectionFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why the connection failed. */
  public enum Reason {
    REFUSED("connection refused"),
    TIMED_OUT("no connection in time"),
    UNKNOWN_HOST("no such host"),
    /** A certificate is not trusted, or the two sides have no protocol in common. */
    TLS("no secure connection");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Reason reason;

  /**
   * @param cause determines the reason
   */
  public ConnectionFailedException(IOException cause) {
    this(reason(cause), cause);
  }

  private ConnectionFailedException(Reason reason, IOException cause) {
    super(reason == Reason.TLS ? reason.text + ": " + cause.getMessage() : reason.text, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether another attempt can succeed; not if a certificate is not trusted. */
  public boolean isTransient() {
    return reason != Reason.TLS;
  }

  /** Whether a TLS handshake failed for good, rather than because the connection broke. */
  static boolean isTlsFailure(Throwable failure) {
    boolean tls = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return false;
      }
      tls |= cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException;
    }
    return tls;
  }

  private static Reason reason(IOException failure) {
    if (isTlsFailure(failure)) {
      return Reason.TLS;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return Reason.UNKNOWN_HOST;
      }
      if (cause instanceof SocketTimeoutException || cause instanceof HttpConnectTimeoutException) {
        return Reason.TIMED_OUT;
      }
    }
    return Reason.REFUSED;
  }
}
