package org.contractshop.tools.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.and;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.or;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import tools.jackson.databind.JsonNode;

/**
 * Returns the spec's 4xx for requests that the spec refuses, even if a contract matches a similar
 * request. They are plain WireMock mappings, so whoever serves the stubs serves these too.
 */
final class SpecGuards {
  /** Names the spec of the stub in every response. */
  static final String IDENTITY = "Stub-Spec";

  static final String JSON_MEDIA_TYPE = "(?i)application/json\\s*(;.*)?";

  /**
   * Contracts for refusals have lower numbers, which come first; contracts for successes higher
   * ones.
   */
  private static final int FIRST_GUARD = 10;

  static final int LAST_GUARD = 20;

  private static final String ACCEPTABLE =
      "(?is).*(application/(json|problem\\+json|\\*)|\\*/\\*).*";
  private static final String TOKEN = "(?i)Bearer [A-Za-z0-9._~+/=-]+";

  /** A JWT, or a placeholder in the contracts; {@code expired-token} is not a valid one. */
  private static final String VALID_TOKEN =
      "(?i)Bearer ([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+|(user-[0-9]+|service|admin)-token)";

  private final GuardFiles files;
  private final PathPatterns paths;
  private final GuardAnswers answers;

  private SpecGuards(GuardFiles files, Service spec, GuardAnswers answers) {
    this.files = files;
    this.paths = new PathPatterns(spec);
    this.answers = answers;
  }

  static void addTo(GuardFiles files, Service spec, GuardAnswers answers) {
    SpecGuards guards = new SpecGuards(files, spec, answers);
    spec.operations().forEach(guards::guard);
  }

  private void guard(Operation operation) {
    int order = FIRST_GUARD;
    if (operation.isSecured()) {
      add(
          operation,
          "token",
          order++,
          on(operation).withHeader("Authorization", or(absent(), not(matching(TOKEN)))),
          401);
      files.add(
          operation.name() + " invalid token",
          order++,
          on(operation).withHeader("Authorization", present(not(matching(VALID_TOKEN)))),
          answers.expiredToken(operation));
    }
    for (Parameter parameter : operation.parameters("path")) {
      StringValuePattern invalid = not(ParameterPattern.of(parameter.schema()));
      for (String sibling : paths.siblings(operation)) {
        invalid = and(invalid, not(equalTo(sibling)));
      }
      add(
          operation,
          parameter.words(),
          order,
          request(operation.method(), urlPathTemplate(operation.path()))
              .withPathParam(parameter.name(), invalid),
          400);
    }
    if (operation.statuses().contains(406)) {
      add(
          operation,
          "accept",
          ++order,
          on(operation).withHeader("Accept", present(not(matching(ACCEPTABLE)))),
          406);
    }
    order++;
    for (Parameter parameter : operation.parameters("query")) {
      refuse(
          operation,
          parameter,
          order,
          pattern -> on(operation).withQueryParam(parameter.name(), pattern));
      String path = paths.pattern(operation);
      String given = "(.*&)?" + Pattern.quote(parameter.name()) + "(=[^&]*)?";
      add(
          operation,
          parameter.words() + " twice",
          order,
          request(operation.method(), urlMatching(path + "\\?" + given + "&" + given + "(&.*)?")),
          400);
    }
    for (Parameter parameter : operation.parameters("header")) {
      refuse(
          operation,
          parameter,
          order,
          pattern -> on(operation).withHeader(parameter.name(), pattern));
    }
    if (!operation.requestContent().isEmpty()) {
      guardBody(operation, order + 1);
    }
  }

  private void guardBody(Operation operation, int first) {
    add(operation, "size", first, on(operation).withRequestBody(matching("(?s).{65537,}")), 413);
    add(
        operation,
        "content type",
        first + 1,
        on(operation)
            .withHeader("Content-Type", or(absent(), not(matching(JSON_MEDIA_TYPE))))
            .withRequestBody(matching("(?s).+")),
        415);
    JsonNode schema = operation.requestContent().path("application/json").path("schema");
    int order = first + 1;
    for (StringValuePattern wrong : BodyPatterns.wrong(schema)) {
      order++;
      String what = order == first + 2 ? "body" : "body, " + (order - first - 1);
      add(operation, what, order, on(operation).withRequestBody(wrong), 400);
    }
  }

  private void refuse(Operation operation, Parameter parameter, int order, Placed placed) {
    StringValuePattern invalid = present(not(ParameterPattern.of(parameter.schema())));
    add(
        operation,
        parameter.words(),
        order,
        placed.at(parameter.required() ? or(absent(), invalid) : invalid),
        400);
  }

  private interface Placed {
    MappingBuilder at(StringValuePattern pattern);
  }

  private void add(Operation operation, String what, int order, MappingBuilder on, int status) {
    files.add(operation.name() + " " + what, order, on, answers.refusal(operation, status, what));
  }

  private MappingBuilder on(Operation operation) {
    return request(operation.method(), urlPathMatching(paths.pattern(operation)));
  }

  /** {@code not} alone would match where there is nothing. */
  private static StringValuePattern present(StringValuePattern pattern) {
    return and(matching("(?s).*"), pattern);
  }
}
