package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.contractshop.base.Problems.InvalidField;
import org.contractshop.client.NoResponseException;
import org.contractshop.client.NoResponseException.Reason;
import org.contractshop.client.ProblemException;
import org.contractshop.client.ProblemResponse;
import org.contractshop.client.model.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;

class BaseProblemHandlerTest {
  private static final class Handler extends BaseProblemHandler {
    Handler() {
      super(Map.of("decrement", "decrement must be a positive integer"));
    }
  }

  private final Handler handler = new Handler();

  /**
   * PostgreSQL's appendix A: refused and lost connections, full, locked, cancelled, shut down,
   * deadlock.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "25006", "25P03", "53300", "53100", "55P03", "57014", "57P01", "57P03",
        "58030", "40001", "40P01"
      })
  void asksToTryAgainSoonWhenTheDatabaseCannotAnswerNow(String sqlState) {
    ResponseEntity<Object> answer = handler.onDatabase(failure(sqlState));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    assertThat(problem(answer).getProperties()).containsEntry("error", "Service unavailable");
  }

  @Test
  void namesWhatWasNotFound() {
    ResponseEntity<Object> answer = handler.onNotFound(new NotFoundException("rating", 7));

    assertThat(answer.getStatusCode().value()).isEqualTo(404);
    assertThat(problem(answer).getType()).hasToString("urn:problem-type:rating-not-found");
    assertThat(problem(answer).getTitle()).isEqualTo("Rating not found");
    assertThat(problem(answer).getDetail()).isEqualTo("There is no rating 7.");
  }

  /** A text field without a pattern admits it, and JSON can write it. */
  @Test
  void takesACharacterThatCannotBeStoredForAMistakeOfTheCaller() {
    ResponseEntity<Object> answer = handler.onDatabase(failure("22021"));

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(problem(answer).getProperties())
        .containsEntry("error", "A text contains the character U+0000");
  }

  @Test
  void takesAnExhaustedPoolForAnOutage() {
    ResponseEntity<Object> answer =
        handler.onDatabase(
            new CannotCreateTransactionException(
                "no transaction", new SQLTransientConnectionException("no connection in 1000 ms")));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"false, unavailable", "true, outcome-unknown"})
  void asksToTryAgainSoonWhenAPeerDoesNotAnswer(boolean outcomeUnknown, String type) {
    ResponseEntity<Object> answer =
        handler.onBug(new NoResponseException("lost", Reason.TIMED_OUT, outcomeUnknown));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    assertThat(problem(answer).getType()).hasToString("urn:problem-type:" + type);
  }

  @ParameterizedTest
  @CsvSource({"404, 500", "502, 503"})
  void takesARefusalOfAPeerForABugAndAFailureForAnOutage(int status, int answered) {
    ProblemResponse response = ProblemResponse.of(new Problem().status(status));

    assertThat(handler.onBug(new ProblemException(response)).getStatusCode().value())
        .isEqualTo(answered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23514", "42601", "42P01", "22P02", "0800", "XX000", ""})
  @NullSource
  void doesNotTakeABugForAnOutage(@Nullable String sqlState) {
    ResponseEntity<Object> answer = handler.onDatabase(failure(sqlState));

    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
  }

  @Test
  void doesNotTakeAMissingRowForAnOutage() {
    assertThat(
            handler.onDatabase(new DataRetrievalFailureException("none")).getStatusCode().value())
        .isEqualTo(500);
  }

  @Test
  void keepsTheReasonOfAFailureToTheLog() {
    for (ResponseEntity<Object> answer :
        List.of(
            handler.onDatabase(failure("08006")),
            handler.onDatabase(failure("42601")),
            handler.onBug(new IllegalStateException("secret")))) {
      assertThat(problem(answer).toString()).doesNotContain("secret", "SQL", "Exception");
      assertThat(answer.getHeaders().getContentType())
          .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void saysItInTheWordsThatCallersKnowForTheFieldsThatHaveSome() {
    assertThat(error(handler.invalidFields(List.of(new InvalidField("decrement", "is missing")))))
        .isEqualTo("decrement must be a positive integer");
    assertThat(error(handler.invalidFields(List.of(new InvalidField("name", "is missing")))))
        .isEqualTo("name is missing");
  }

  @Test
  void namesTheFieldThatBreaksARuleOfTheService() {
    ResponseEntity<Object> answer =
        handler.onInvalidInput(new InvalidInputException("price", "must have two decimals"));

    assertThat(problem(answer).getProperties())
        .containsEntry("fields", List.of(new InvalidField("price", "must have two decimals")));
  }

  private static DataAccessResourceFailureException failure(@Nullable String sqlState) {
    return new DataAccessResourceFailureException(
        "SQL [secret]", new RuntimeException(new SQLException("secret", sqlState)));
  }

  private static ProblemDetail problem(ResponseEntity<Object> answer) {
    return (ProblemDetail) answer.getBody();
  }

  private static Object error(ResponseEntity<Object> answer) {
    return problem(answer).getProperties().get("error");
  }
}
