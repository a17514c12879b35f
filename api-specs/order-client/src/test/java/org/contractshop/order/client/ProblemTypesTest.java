package org.contractshop.order.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the types from the specs, so that a new one cannot be forgotten. */
class ProblemTypesTest {
  private static final Pattern TYPE = Pattern.compile("type: (urn:problem-type:([a-z0-9-]+))\n");

  static Stream<Arguments> types() {
    return Stream.of(Client.values())
        .flatMap(
            client -> {
              Map<String, String> exceptions = new TreeMap<>();
              TYPE.matcher(Client.commonSpec() + client.spec())
                  .results()
                  .forEach(type -> exceptions.put(type.group(1), exception(client, type)));
              return exceptions.entrySet().stream()
                  .map(entry -> Arguments.of(client, entry.getKey(), entry.getValue()));
            });
  }

  @ParameterizedTest
  @MethodSource("types")
  void each_has_an_exception(Client client, String type, String exception) throws IOException {
    try (FakeService service = new FakeService().answersProblem(400, type)) {
      Throwable failure = failure(client, service);
      assertThat(failure.getClass().getName()).isEqualTo(exception);
      assertThat(((ProblemException) failure).problem().getType()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_type_that_is_new_is_a_problem_of_its_status(Client client) throws IOException {
    try (FakeService service = new FakeService().answersProblem(409, "urn:problem-type:new")) {
      Throwable failure = failure(client, service);
      assertThat(failure).isExactlyInstanceOf(ProblemException.class);
      assertThat(((ProblemException) failure).status()).isEqualTo(409);
    }
  }

  private static Throwable failure(Client client, FakeService service) {
    List<Object> apis = client.apis(ClientSettings.of(service.url()));
    return catchThrowable(() -> Operations.health(apis));
  }

  /** A type that the shared spec has belongs to the shared exceptions. */
  private static String exception(Client client, MatchResult type) {
    boolean shared = Client.commonSpec().contains("type: " + type.group(1) + "\n");
    String words =
        Arrays.stream(type.group(2).split("-"))
            .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
            .collect(Collectors.joining());
    return "org.contractshop."
        + (shared ? "" : client.shortName() + ".")
        + "client."
        // The JDK has a TimeoutException.
        + (words.equals("Timeout") ? "UpstreamTimeout" : words)
        + "Exception";
  }
}
