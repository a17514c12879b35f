package org.contractshop.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A TCP proxy in front of a service that can misbehave as networks do. It counts its faults, so
 * that a test can prove that they happened.
 */
public final class FaultProxy implements AutoCloseable {
  /** What happens to requests from now on. */
  public enum Fault {
    /** None: bytes pass. */
    NONE,
    /** The connection is reset instead of forwarding the request. */
    RESET,
    /** The request does not arrive, and there is no response. */
    HANG,
    /** The request arrives, but the connection is closed instead of the response. */
    DROP_RESPONSE,
    /** The response arrives one byte every 40 ms. */
    DRIP,
    /** The response is late, by a second unless set otherwise. */
    DELAY,
    /** The response is an HTML page with status 200 that the service did not send. */
    NONSENSE
  }

  private static final int DRIP_MILLIS = 40;
  private static final byte[] PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  private final int port;
  private volatile Fault fault = Fault.NONE;
  private final AtomicIntegerArray requests = new AtomicIntegerArray(Fault.values().length);
  private volatile int delayMillis = 1_000;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Forwards to a port of this machine. */
  public FaultProxy(int port) throws IOException {
    this.port = port;
    start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  /** Takes effect from the next request on, also on open connections. */
  public void set(Fault next) {
    fault = next;
  }

  /** Sets the delay of {@link Fault#DELAY}. */
  public void delayBy(int millis) {
    delayMillis = millis;
  }

  /** How many requests met the fault so far. */
  public int requests(Fault which) {
    return requests.get(which.ordinal());
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(FaultProxy::closeQuietly);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the end of the proxy
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket("localhost", port)) {
      open.add(upstream);
      start(() -> answer(upstream, client));
      byte[] buffer = new byte[16 * 1024];
      InputStream in = client.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        Fault now = fault;
        if (startsRequest(buffer, count)) {
          requests.incrementAndGet(now.ordinal());
        }
        switch (now) {
          case RESET -> {
            client.setSoLinger(true, 0);
            return;
          }
          case HANG -> {} // read on, forward nothing
          case NONSENSE -> client.getOutputStream().write(PAGE);
          default -> upstream.getOutputStream().write(buffer, 0, count);
        }
      }
    } catch (IOException gone) {
      closeQuietly(client);
    } finally {
      open.remove(client);
    }
  }

  private void answer(Socket upstream, Socket client) {
    byte[] buffer = new byte[16 * 1024];
    try (client;
        upstream) {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        switch (fault) {
          case DROP_RESPONSE -> {
            return;
          }
          case DRIP -> drip(buffer, count, out);
          case DELAY -> {
            pause(delayMillis);
            out.write(buffer, 0, count);
          }
          default -> out.write(buffer, 0, count);
        }
      }
    } catch (IOException gone) {
      // one side is gone; both are closed now
    } finally {
      open.remove(upstream);
    }
  }

  private static void drip(byte[] bytes, int count, OutputStream out) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write(bytes[i]);
      pause(DRIP_MILLIS);
    }
  }

  private static boolean startsRequest(byte[] bytes, int count) {
    String start = new String(bytes, 0, Math.min(count, 8), StandardCharsets.US_ASCII);
    return start.matches("(?s)(GET|PUT|POST|PATCH|DELETE) .*");
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fault proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
