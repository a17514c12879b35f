package org.contractshop.tools.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractshop.tools.exchange.Boundaries;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.exchange.Sample;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends requests derived from its spec to a running service: on both sides of every limit, and
 * those that every operation has to refuse. Each response is compared with the spec. A service
 * extends it, if necessary with its own test context.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceFitsTheSpec {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String LARGE = "{\"x\":\"" + "x".repeat(70 * 1024) + "\"}";

  /** A customer who owns nothing. */
  private static final String STRANGER = Tokens.get().customer(999_999);

  private final String service = Repository.currentService();
  private final String token;
  private final Ownership ownership;
  @LocalServerPort private int port;
  @Autowired private DataSource pool;

  /**
   * @param token of a caller who may call all operations
   */
  protected ServiceFitsTheSpec(String token, Ownership ownership) {
    this.token = token;
    this.ownership = ownership;
  }

  /** Fills the database so that the examples of the spec exist. */
  protected abstract void reset(JdbcClient database);

  @BeforeEach
  final void reset() {
    reset(JdbcClient.create(pool));
  }

  @TestFactory
  final Stream<DynamicTest> what_the_spec_refuses_gets_400_and_changes_nothing() {
    TableDump tables = new TableDump(JdbcClient.create(pool));
    return Repository.service(service).operations().stream()
        .flatMap(
            operation ->
                Boundaries.of(operation).entrySet().stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                operation.name() + ": " + sample.getKey(),
                                () -> isRefusedIfNotAllowed(sample.getValue(), tables))));
  }

  private void isRefusedIfNotAllowed(Sample sample, TableDump tables) {
    String before = tables.now();
    HttpResponse<String> answer = send(sample, request(sample));
    if (sample.isAllowed()) {
      reset(); // that it is not refused was checked before
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("must match", "Exception", "java.", "SELECT ");
      assertThat(tables.now()).isEqualTo(before);
    }
  }

  @TestFactory
  final Stream<DynamicTest> a_parameter_that_is_given_twice_gets_400() {
    return Repository.service(service).operations().stream()
        .flatMap(
            operation ->
                operation.parameters("query").stream()
                    .map(
                        parameter ->
                            DynamicTest.dynamicTest(
                                operation.name() + ": " + parameter.name(),
                                () -> giveTwice(Sample.of(operation), parameter))));
  }

  private void giveTwice(Sample sample, Parameter parameter) {
    String once = sample.with(parameter, parameter.example()).target();
    URI twice = uri(once + "&" + once.split("\\?", 2)[1]);
    assertThat(send(sample, request(sample).uri(twice)).statusCode()).isEqualTo(400);
  }

  @TestFactory
  final Stream<DynamicTest> what_every_operation_refuses() {
    return Repository.service(service).operations().stream().flatMap(this::refusals);
  }

  private Stream<DynamicTest> refusals(Operation operation) {
    Sample sample = Sample.of(operation);
    return Stream.of(
            refusal(sample, 401, request(sample).setHeader("Authorization", "Bearer garbage")),
            refusal(sample, 403, request(sample).setHeader("Authorization", "Bearer " + STRANGER)),
            refusal(sample, 406, request(sample).setHeader("Accept", "image/png")),
            refusal(sample, 413, request(sample.withBody(LARGE))),
            refusal(sample, 415, request(sample).setHeader("Content-Type", "text/plain")))
        .flatMap(test -> test);
  }

  private Stream<DynamicTest> refusal(Sample sample, int status, HttpRequest.Builder request) {
    boolean aboutTokens = status == 401 || status == 403;
    return sample.operation().statuses().contains(status)
            && (sample.operation().isSecured() || !aboutTokens)
        ? Stream.of(
            DynamicTest.dynamicTest(
                sample.operation().name() + " " + status,
                () -> assertThat(send(sample, request).statusCode()).isEqualTo(status)))
        : Stream.of();
  }

  @TestFactory
  final Stream<DynamicTest> callers_may_do_what_their_roles_allow_and_what_is_declared() {
    TableDump tables = new TableDump(JdbcClient.create(pool));
    return new RoleMatrix(
            Repository.service(service),
            ownership,
            (operation, method, bearer) -> {
              reset();
              String before = tables.now();
              Sample sample = Sample.of(operation);
              int status = send(sample, request(sample, method, bearer)).statusCode();
              if (List.of(401, 403, 405).contains(status)) {
                assertThat(tables.now()).isEqualTo(before);
              }
              return status;
            })
        .tests();
  }

  @Test
  final void a_shut_database_is_told_as_503() throws Exception {
    try (ShutDatabase shut = new ShutDatabase(pool)) {
      // Concurrently, because each has to wait for a connection before it gives up.
      Stream<CompletableFuture<Void>> answers =
          Repository.service(service).operations().stream()
              .filter(operation -> operation.statuses().contains(503))
              .map(Sample::of)
              .map(
                  sample ->
                      CompletableFuture.runAsync(
                          () ->
                              assertThat(send(sample, request(sample)).statusCode())
                                  .as(sample.operation().name())
                                  .isEqualTo(503)));
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
  }

  /**
   * Sends the same requests each time, unless {@code -Dodd.requests} and {@code -Dodd.seed} are
   * set.
   */
  @Test
  final void no_request_of_any_form_gets_a_server_error() throws IOException {
    OddRequests requests = new OddRequests(Long.getLong("odd.seed", 1), token);
    for (int number = 0; number < Integer.getInteger("odd.requests", 150); number++) {
      for (Operation operation : Repository.service(service).operations()) {
        byte[] request = requests.next(operation);
        String statusLine = statusLine(request);
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        boolean peerIsAway = status > 502 && operation.statuses().contains(status);
        assertThat(status < 500 || peerIsAway)
            .as("%s%nto%n%s", statusLine, new String(request, StandardCharsets.ISO_8859_1))
            .isTrue();
      }
    }
  }

  private String statusLine(byte[] request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      String response =
          new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
      assertThat(response).as(new String(request, StandardCharsets.ISO_8859_1)).startsWith("HTTP");
      return response;
    }
  }

  private HttpRequest.Builder request(Sample sample) {
    Operation operation = sample.operation();
    return request(sample, operation.method(), operation.isSecured() ? token : null);
  }

  private HttpRequest.Builder request(Sample sample, String method, @Nullable String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(sample.target()))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                sample.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(sample.body()));
    sample.headers().forEach(request::setHeader);
    return bearer == null ? request : request.setHeader("Authorization", "Bearer " + bearer);
  }

  private URI uri(String target) {
    return URI.create("http://localhost:" + port + target);
  }

  private HttpResponse<String> send(Sample sample, HttpRequest.Builder request) {
    HttpRequest sent = request.build();
    try {
      HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
      SpecExchanges.check(service, sent, response);
      return response;
    } catch (IOException exception) {
      throw new AssertionError(sample.operation().name() + " was not answered", exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new AssertionError(exception);
    }
  }
}
