package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.contractshop.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that no HTTP client sends. Tomcat refuses them before Spring sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RawRequestsTest {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final int port;

  RawRequestsTest(@LocalServerPort int port) {
    this.port = port;
  }

  @ParameterizedTest
  @MethodSource
  void areRefusedWithAProblem(int status, String head) throws IOException {
    String response;
    try (Socket socket = sent(head + "\r\n\r\n")) {
      response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);

    assertThat(response).startsWith("HTTP/1.1 " + status);
    assertThat(response).containsIgnoringCase("content-type: application/problem+json");
    JsonNode problem = new JsonMapper().readTree(body);
    assertThat(problem.path("type").asString("")).startsWith("urn:problem-type:");
    assertThat(problem.path("title").asString("")).isNotBlank();
    assertThat(problem.path("status").asInt(0)).isEqualTo(status);
    assertThat(problem.path("detail").asString("")).isNotBlank();
    assertThat(problem.path("error").asString("")).isNotBlank();
    assertThat(response).doesNotContain("Exception", "org.apache", "Tomcat", "<html");
    assertThat(new Http(port).get("/health").status()).isEqualTo(200);
  }

  static Stream<Arguments> areRefusedWithAProblem() {
    String get = "GET /health HTTP/1.1\r\nConnection: close\r\nHost: localhost";
    return Stream.of(
        argumentSet("no HTTP", 400, "hello"),
        argumentSet("bad method", 400, get.replace("GET", "G{T")),
        argumentSet("bad path", 400, get.replace("/health", "/he<alth")),
        argumentSet("bad escape", 400, get.replace("/health", "/users/%zz")),
        argumentSet("escaped zero", 400, get.replace("/health", "/users/%00")),
        argumentSet("escaped slash", 400, get.replace("/health", "/users%2fme")),
        argumentSet("two slashes", 400, get.replace("/health", "//users/me")),
        argumentSet("path parameter", 400, get.replace("/health", "/users/me;x=1")),
        argumentSet("way up", 400, get.replace("/health", "/../../etc/passwd")),
        argumentSet("no host", 400, get.replace("Host: localhost", "X: y")),
        argumentSet("bad host", 400, get.replace("localhost", "a b")),
        argumentSet("bad header", 400, get + "\r\nX Y: z"),
        argumentSet("large header", 431, get + "\r\nX: " + "y".repeat(20 * 1024)),
        argumentSet("long path", 414, get.replace("/health", "/" + "x".repeat(20 * 1024))),
        argumentSet("bad length", 400, get + "\r\nContent-Length: x"),
        argumentSet("two lengths", 400, get + "\r\nContent-Length: 0\r\nContent-Length: 1"),
        argumentSet("unknown encoding", 501, get + "\r\nTransfer-Encoding: zip"),
        argumentSet("unknown version", 505, get.replace("HTTP/1.1", "HTTP/3.0")),
        argumentSet("trace", 405, get.replace("GET", "TRACE")),
        argumentSet("unknown method", 400, get.replace("GET", "SPIN")));
  }

  @Test
  void areAnsweredWithoutReadingAFormThatNobodyAskedFor() throws IOException {
    String head =
        """
        PUT /health HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: application/x-www-form-urlencoded
        Transfer-Encoding: chunked

        5
        a=b&c
        """;

    // The body has no end: whoever reads it whole, before any limit, cannot response this.
    try (Socket socket = sent(head.replace("\n", "\r\n"))) {
      String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      assertThat(status).isEqualTo("HTTP/1.1 405");
    }
  }

  private Socket sent(String request) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
