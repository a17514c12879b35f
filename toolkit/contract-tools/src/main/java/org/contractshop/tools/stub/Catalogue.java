package org.contractshop.tools.stub;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecIdentity;
import tools.jackson.databind.JsonNode;

/** Lists for people what a stub knows, by operation: what to send, what comes back, and why. */
final class Catalogue {
  private final StringBuilder text = new StringBuilder();

  private Catalogue() {}

  static String of(SpecIdentity identity, Service spec, List<Contract> all) {
    Catalogue catalogue = new Catalogue();
    catalogue.text.append(
        """
        # What the stub of %s knows

        API version %s, spec %s. Send what stands here and nothing else: a body must be the same JSON, a token the one that
        is named, or any if there is none named. What the spec refuses gets its 4xx; what it allows but nobody has agreed on
        gets 501 with the names of what there is.
        """
            .formatted(identity.service(), identity.apiVersion(), identity.shortHash()));
    catalogue.remind(all);
    for (Operation operation : spec.operations()) {
      List<Contract> contracts =
          all.stream().filter(contract -> contract.isOf(operation, spec)).toList();
      if (!contracts.isEmpty()) {
        catalogue.list(operation, contracts);
      }
    }
    return catalogue.text.toString();
  }

  private void remind(List<Contract> contracts) {
    text.append("\n## To remember\n\n| | |\n|---|---|\n");
    contracts.stream()
        .map(contract -> contract.yaml().path("metadata").path("remember").asString(""))
        .filter(reminder -> !reminder.isEmpty())
        .sorted()
        .map(reminder -> "| " + reminder.replaceFirst(": ", " | ") + " |\n")
        .forEach(text::append);
  }

  private void list(Operation operation, List<Contract> contracts) {
    text.append(
        """

        ## %s: %s

        | scenario | send | get | why |
        |---|---|---|---|
        """
            .formatted(operation.name(), operation.json().path("summary").asString()));
    for (Contract contract : contracts) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  contract.name().split("/")[1].replace('_', ' '),
                  sent(contract),
                  answered(contract),
                  contract.yaml().path("description").asString().strip().replaceAll("\\s+", " ")));
    }
  }

  private static String sent(Contract contract) {
    JsonNode request = contract.request();
    String query =
        request.path("queryParameters").properties().stream()
            .map(pair -> pair.getKey() + "=" + pair.getValue().asString())
            .collect(Collectors.joining("&"));
    StringBuilder sent =
        new StringBuilder(code(contract.path() + (query.isEmpty() ? "" : "?" + query)));
    if (request.has("body")) {
      sent.append(" ").append(code(request.get("body").toString()));
    }
    for (var header : request.path("headers").properties()) {
      if (!header.getKey().equals("Content-Type") && !isAny(request, header.getKey())) {
        sent.append(" ").append(code(header.getKey() + ": " + header.getValue().asString()));
      }
    }
    return sent.toString();
  }

  private static boolean isAny(JsonNode request, String header) {
    for (JsonNode matcher : request.path("matchers").path("headers")) {
      if (matcher.path("key").asString().equals(header)) {
        return true;
      }
    }
    return false;
  }

  private static String answered(Contract contract) {
    JsonNode response = contract.response();
    JsonNode fault = contract.yaml().path("metadata").path("fault");
    if (fault.isString()) {
      return "no answer: " + fault.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    String delay =
        response.has("fixedDelayMilliseconds")
            ? " after " + response.get("fixedDelayMilliseconds").asInt() + " ms"
            : "";
    JsonNode body = response.path("body");
    String what =
        body.has("error")
            ? body.get("error").asString()
            : body.isMissingNode() ? "" : code(body.toString());
    return "%d%s %s".formatted(response.path("status").asInt(), delay, what).strip();
  }

  private static String code(String text) {
    String shortened = text.length() > 160 ? text.substring(0, 157) + "…" : text;
    return "`" + shortened.replace("|", "\\|") + "`";
  }
}
