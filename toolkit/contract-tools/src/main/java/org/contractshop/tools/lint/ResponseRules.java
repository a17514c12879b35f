package org.contractshop.tools.lint;

import java.util.List;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** The responses of an operation, above all its failures. */
final class ResponseRules extends HouseRules {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  ResponseRules() {
    super(RuleGroup.RESPONSES);
  }

  @Override
  void check(SpecFiles specs) {
    for (Operation operation : specs.operations()) {
      RequiredResponse.of(operation).forEach(required -> checkPresence(operation, required));
      checkSuccess(operation);
      checkMediaTypes(operation.requestBody(), JSON);
      operation.responses().forEach(response -> checkResponse(operation, response));
    }
  }

  private void checkPresence(Operation operation, RequiredResponse required) {
    if (!operation.node().get("responses").has(required.status())) {
      add(
          operation.node().get("responses"),
          "%s, but has no response %s; add it",
          required.reason(),
          required.status());
    }
  }

  private void checkSuccess(Operation operation) {
    if (operation.responses().stream().noneMatch(response -> response.key().startsWith("2"))) {
      add(operation.node().get("responses"), "has no response for success; add one");
    }
  }

  private void checkResponse(Operation operation, SpecNode response) {
    String status = response.key();
    if (!status.matches("[2-5][0-9][0-9]")) {
      add(response, "is not one exact status; name each status");
    }
    boolean isProblem = !status.startsWith("2") && !status.startsWith("3");
    checkMediaTypes(response.resolved(), isProblem ? PROBLEM : JSON);
    if (isProblem) {
      checkProblem(response);
    } else if (response.resolved().has("content")
        && response.resolved().get("content").children().isEmpty()) {
      add(response, "has a content without media type; name one, or remove content");
    }
    if (status.equals("201") && operation.node().key().equals("post")) {
      checkHeader(response, "Location", "./common.yaml#/components/headers/Location");
    }
    if (status.equals("503")) {
      checkHeader(response, "Retry-After", "./common.yaml#/components/headers/RetryAfter");
    }
  }

  private void checkMediaTypes(SpecNode owner, String expected) {
    for (SpecNode mediaType : owner.get("content").children()) {
      if (!mediaType.key().equals(expected)) {
        add(mediaType, "is %s; make it %s", mediaType.key(), expected);
      }
    }
  }

  private void checkProblem(SpecNode response) {
    SpecNode problem = response.specs().commonSchema("Problem");
    List<SpecNode> mediaTypes = response.resolved().get("content").children();
    if (mediaTypes.isEmpty() && response.resolved().exists()) {
      add(response, "has no body; refer to the Problem of common.yaml as " + PROBLEM);
    }
    for (SpecNode mediaType : mediaTypes) {
      if (!mediaType.get("schema").resolved().equals(problem)) {
        add(mediaType.get("schema"), "is not the Problem of common.yaml; refer to that");
      }
    }
  }

  private void checkHeader(SpecNode response, String header, String shared) {
    if (response.resolved().exists() && !response.resolved().get("headers").has(header)) {
      add(response.resolved(), "has no header %s; refer to %s", header, shared);
    }
  }
}
