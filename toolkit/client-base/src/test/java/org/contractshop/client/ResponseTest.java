package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractshop.client.model.HealthResponse.StatusEnum;
import org.contractshop.client.model.Problem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
  @AutoClose private final Peer peer = new Peer();

  @Test
  void is_an_exception_of_its_problem_type() {
    peer.returns(404, Peer.PROBLEM.formatted("toy-lost", 404), Map.of("Retry-After", "120"));
    ProblemException failure = failure();
    assertThat(failure)
        .isExactlyInstanceOf(ToyClient.ToyLostException.class)
        .hasMessage("GET " + peer.url() + "/toys/1 failed with 404 urn:problem-type:toy-lost: D.");
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.problem().getError()).isEqualTo("E");
    assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
  }

  @Test
  void is_a_plain_problem_if_the_type_is_new() {
    peer.returns(418, Peer.PROBLEM.formatted("new", 418));
    ProblemException failure = failure();
    assertThat(failure).isExactlyInstanceOf(ProblemException.class);
    assertThat(failure.problem().getType()).isEqualTo("urn:problem-type:new");
    assertThat(failure.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Forbidden</html>", "", "[]", "{\"status\":\"bad\"}", "null"})
  void is_a_problem_of_no_type_if_the_body_is_none(String body) {
    peer.returns(403, body);
    ProblemException failure = failure();
    Problem problem = failure.problem();
    assertThat(failure.status()).isEqualTo(403);
    assertThat(problem.getType()).isEqualTo("about:blank");
    assertThat(problem.getStatus()).isEqualTo(403);
    assertThat(problem.getTitle()).isEqualTo("Forbidden");
    assertThat(problem.getDetail()).isNotNull();
    assertThat(problem.getError()).isNotNull();
  }

  @Test
  void does_not_follow_redirects() {
    peer.returns(302, "", Map.of("Location", "http://example.com/"));
    assertThat(failure().status()).isEqualTo(302);
  }

  @Test
  void may_hold_fields_that_are_new() {
    peer.returns(200, "{\"id\":1,\"name\":\"Ball\",\"price\":0.1,\"colour\":{\"name\":\"red\"}}");
    assertThat(toys().getToy("1").price()).isEqualTo(new BigDecimal("0.1"));
  }

  @Test
  void keeps_numbers_exact() {
    peer.returns(200, "{\"id\":1,\"name\":\"Ball\",\"price\":49999999999999.99}");
    assertThat(toys().getToy("1").price()).isEqualTo(new BigDecimal("49999999999999.99"));
  }

  @Test
  void may_hold_enum_values_that_are_new() {
    assertThat(StatusEnum.fromValue("degraded")).isEqualTo(StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "<html>", "{\"id\":\"secret\"}", "[1]", "{secret}"})
  void is_invalid_if_a_success_is_not_what_was_asked_for(String body) {
    peer.returns(200, body);
    InvalidResponseException failure =
        catchThrowableOfType(InvalidResponseException.class, () -> toys().getToy("1"));
    assertThat(failure)
        .hasMessageStartingWith(
            "GET " + peer.url() + "/toys/1 got a response with status 200 that is not what was")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html;charset=utf-8", "nonsense"})
  void is_invalid_if_it_is_the_page_of_a_proxy(String type) {
    peer.returns(200, "{\"id\":1}", Map.of("Content-Type", type));
    assertThat(invalid(() -> toys().getToy("1"))).hasMessageEndingWith("it is no JSON");
    assertThat(invalid(() -> toys().deleteToy()).outcomeUnknown()).isTrue();
    assertThat(invalid(() -> toys().getToy("1")).outcomeUnknown()).isFalse();
  }

  @Test
  void is_invalid_if_a_200_is_empty() {
    peer.returns(200, "");
    assertThat(invalid(() -> toys().deleteToy())).hasMessageEndingWith("it is empty");
  }

  @ParameterizedTest
  @CsvSource({"400, false", "404, false", "422, false", "302, true", "500, true", "501, false"})
  void says_whether_what_was_refused_may_have_been_executed(int status, boolean unknown) {
    peer.returns(status);
    assertThat(problem(() -> toys().addToy(ToyClient.BALL)).outcomeUnknown()).isEqualTo(unknown);
    assertThat(problem(() -> toys().getToy("1")).outcomeUnknown()).isFalse();
  }

  @Test
  void does_not_forget_an_earlier_attempt_that_may_have_been_executed() {
    peer.returns(503).returns(404);
    assertThat(problem(() -> toys().deleteToy()).outcomeUnknown()).isTrue();
  }

  @Test
  void is_refused_beyond_the_size_that_the_caller_allows() {
    peer.returns(200, ToyClient.BALL_JSON);
    ClientSettings settings = ClientSettings.of(peer.url()).maxResponseBytes(20);
    ToyApi toys = ToyClient.of(settings, new FakeClock());
    assertThat(invalid(() -> toys.getToy("1"))).hasMessageEndingWith("larger than 20 bytes");
  }

  private static InvalidResponseException invalid(ThrowingCallable call) {
    return catchThrowableOfType(InvalidResponseException.class, call);
  }

  private static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }

  @Test
  void is_invalid_if_it_is_larger_than_ten_mebibytes() {
    peer.returns(200, " ".repeat(10 * 1024 * 1024) + ToyClient.BALL_JSON);
    InvalidResponseException failure =
        catchThrowableOfType(InvalidResponseException.class, () -> toys().getToy("1"));
    assertThat(failure).hasMessageEndingWith("got a response larger than 10485760 bytes");
    assertThat(peer.requests).hasSize(1);
  }

  private ProblemException failure() {
    return catchThrowableOfType(ProblemException.class, () -> toys().getToy("1"));
  }

  private ToyApi toys() {
    return ToyClient.of(ClientSettings.of(peer.url()), new FakeClock());
  }
}
