package org.contractshop.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that accepts connections and then misbehaves. */
final class BrokenPeer implements AutoCloseable {
  /** What it does after it got a request. */
  enum Fault {
    HANG,
    HANG_UP,
    DRIP,
    /** It responds, and keeps the connection until {@link #forgetConnections}. */
    FORGET
  }

  private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

  final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server;
  private final Fault fault;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch callerClosed = new CountDownLatch(1);
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<Thread> readers = new CopyOnWriteArrayList<>();

  BrokenPeer(Fault fault) throws IOException {
    this.fault = fault;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  /** An address at which nobody listens. */
  static String nobody() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://" + free.getInetAddress().getHostAddress() + ":" + free.getLocalPort();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  int connections() {
    return connections.size();
  }

  /** Waits for it; a caller that leaves a connection behind fails by the timeout of the test. */
  boolean closedByCaller() throws InterruptedException {
    return callerClosed.await(10, TimeUnit.SECONDS);
  }

  void forgetConnections() throws IOException, InterruptedException {
    for (Socket connection : connections) {
      connection.close();
    }
    // As long as one of them still reads, its connection takes another request.
    for (Thread reader : readers) {
      reader.join();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() throws IOException, InterruptedException {
    while (true) {
      Socket connection = server.accept();
      connections.add(connection);
      start(() -> misbehave(connection));
    }
  }

  private void misbehave(Socket connection) throws IOException, InterruptedException {
    readers.add(Thread.currentThread());
    byte[] request = new byte[10_000];
    while (connection.getInputStream().read(request) >= 0) {
      requests.incrementAndGet();
      misbehave(connection, fault);
    }
  }

  private void misbehave(Socket connection, Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case HANG -> hang(connection);
      case HANG_UP -> connection.close();
      case DRIP -> drip(connection.getOutputStream());
      case FORGET -> connection.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Until the caller closes the connection. */
  private void hang(Socket connection) throws IOException {
    try {
      while (connection.getInputStream().read() >= 0) {
        // The rest of the request.
      }
    } finally {
      callerClosed.countDown();
    }
  }

  private void drip(OutputStream response) throws IOException, InterruptedException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    response.write(head.getBytes(StandardCharsets.US_ASCII));
    try {
      while (!closed.await(10, TimeUnit.MILLISECONDS)) {
        response.write(' ');
        response.flush();
      }
    } catch (IOException exception) {
      callerClosed.countDown();
      throw exception;
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException exception) {
                // The other side is gone, or the test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
