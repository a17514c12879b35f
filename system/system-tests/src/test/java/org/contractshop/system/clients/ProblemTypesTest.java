package org.contractshop.system.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the types from the specs, so that a new one cannot be forgotten. */
class ProblemTypesTest {
  private static final String PREFIX = "urn:problem-type:";

  static Stream<Arguments> types() {
    return Stream.of(PublishedClient.values())
        .flatMap(
            client ->
                client.service().operations().stream()
                    .flatMap(
                        operation ->
                            operation.statuses().stream()
                                .flatMap(status -> operation.problemTypes(status).stream()))
                    .distinct()
                    .map(type -> Arguments.of(client, type)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void each_has_an_exception(PublishedClient client, String type) throws IOException {
    try (FakeService service = new FakeService().answersProblem(400, PREFIX + type)) {
      Throwable failure = failure(client, service);
      assertThat(failure.getClass().getSimpleName()).isEqualTo(className(type));
      assertThat(((ProblemException) failure).problem().getType()).isEqualTo(PREFIX + type);
    }
  }

  @Test
  void no_two_clients_have_an_exception_of_the_same_name() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (Arguments arguments : types().toList()) {
      PublishedClient client = (PublishedClient) arguments.get()[0];
      String type = PREFIX + arguments.get()[1];
      try (FakeService service = new FakeService().answersProblem(400, type)) {
        Class<?> exception = failure(client, service).getClass();
        assertThat(names.put(exception.getSimpleName(), exception.getName()))
            .isIn(null, exception.getName());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_type_that_is_new_is_a_problem_of_its_status(PublishedClient client) throws IOException {
    try (FakeService service = new FakeService().answersProblem(409, "urn:problem-type:new")) {
      Throwable failure = failure(client, service);
      assertThat(failure).isExactlyInstanceOf(ProblemException.class);
      assertThat(((ProblemException) failure).status()).isEqualTo(409);
    }
  }

  private static Throwable failure(PublishedClient client, FakeService service) {
    List<Object> apis = client.apis(ClientSettings.of(service.url()));
    return catchThrowable(() -> AnyOperation.health(apis));
  }

  private static String className(String type) {
    // The JDK has a TimeoutException.
    String name = type.equals("timeout") ? "upstream-timeout" : type;
    return Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Exception";
  }
}
