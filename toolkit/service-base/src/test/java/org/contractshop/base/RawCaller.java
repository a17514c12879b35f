package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;

/** A connection of a caller that sends what no HTTP client sends. */
final class RawCaller implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;

  RawCaller(ConfigurableApplicationContext service) {
    try {
      socket = new Socket("localhost", TestService.port(service));
      socket.setSoTimeout(TIMEOUT_MILLIS);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** All that comes until the service closes the connection. */
  static String send(ConfigurableApplicationContext service, String head, byte... body) {
    try (RawCaller caller = new RawCaller(service)) {
      caller.send(
          (head + "Host: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1),
          body);
      return new String(caller.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  RawCaller send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private RawCaller send(byte[]... parts) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.write(part);
    }
    socket.getOutputStream().write(whole.toByteArray());
    return this;
  }

  int status() throws IOException {
    String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
    assertThat(line).startsWith("HTTP/1.1 ");
    return Integer.parseInt(line.substring(9));
  }

  /** Reads until a text has come. */
  void await(String text) throws IOException {
    StringBuilder received = new StringBuilder();
    while (received.indexOf(text) < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).as(received.toString()).isNotNegative();
      received.append((char) next);
    }
  }

  /** Reads until the service closes the connection. */
  void awaitEnd() {
    try {
      socket.getInputStream().readAllBytes();
    } catch (IOException exception) {
      assertThat(exception).hasMessageContaining("reset"); // closed while something was underway
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
