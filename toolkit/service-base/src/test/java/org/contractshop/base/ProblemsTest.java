package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.contractshop.base.Problems.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class ProblemsTest {
  @Test
  void haveTheMembersThatTheSpecificationsPromise() {
    ProblemDetail problem =
        Problems.problem(
            HttpStatus.NOT_FOUND, "product-not-found", "Not found", "There is no 9.", "Not there");

    assertThat(problem.getType()).isEqualTo(URI.create("urn:problem-type:product-not-found"));
    assertThat(problem.getTitle()).isEqualTo("Not found");
    assertThat(problem.getStatus()).isEqualTo(404);
    assertThat(problem.getDetail()).isEqualTo("There is no 9.");
    assertThat(problem.getProperties()).isEqualTo(Map.of("error", "Not there"));
  }

  @Test
  void showTheTitleToPeopleIfItSaysEnough() {
    ProblemDetail problem = Problems.problem(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", "No.");

    assertThat(problem.getProperties()).isEqualTo(Map.of("error", "Forbidden"));
  }

  @Test
  void listAllInvalidFieldsAndExplainTheFirst() {
    List<InvalidField> fields =
        List.of(new InvalidField("email", "must be one"), new InvalidField("name", "is missing"));

    ProblemDetail problem = Problems.invalidFields("email must be one", fields);

    assertThat(problem.getStatus()).isEqualTo(400);
    assertThat(problem.getDetail()).isEqualTo("email must be one.");
    assertThat(problem.getProperties())
        .isEqualTo(Map.of("error", "email must be one", "fields", fields));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 499, 500, 501, 505})
  void areCompleteForEveryStatusOfTheFramework(int status) {
    ProblemDetail problem = StatusProblems.of(status);

    assertThat(problem.getStatus()).isEqualTo(status);
    assertThat(problem.getType().toString()).matches("urn:problem-type:[a-z0-9-]+");
    assertThat(problem.getTitle()).isNotBlank();
    assertThat(problem.getDetail()).isNotBlank();
    assertThat(problem.getProperties()).containsKey("error");
  }
}
