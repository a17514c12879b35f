package org.contractshop.stubs.fields;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The invalid fields of a request: those of its parameters, or otherwise those of its body. */
final class RequestFields {
  private RequestFields() {}

  static List<InvalidField> of(LoggedRequest request, Operation operation) {
    List<InvalidField> broken = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value = value(request, operation, parameter);
      if (value != null) {
        JsonNode json = Json.ofText(value, parameter.schema());
        String type = parameter.schema().path("type").asString("");
        if (!type.equals("string") && json.isString()) {
          String article = type.equals("integer") ? "an " : "a ";
          return List.of(new InvalidField(parameter.name(), "must be " + article + type));
        }
        if (isNoUuid(value, parameter)) {
          return List.of(new InvalidField(parameter.name(), "must be a UUID"));
        }
        Limits.of(json, parameter.schema())
            .forEach(message -> broken.add(new InvalidField(parameter.name(), message)));
      }
    }
    JsonNode schema = operation.requestContent().path("application/json").path("schema");
    if (!broken.isEmpty() || schema.isMissingNode()) {
      return BodyFields.sorted(broken);
    }
    Optional<JsonNode> body = Json.read(request.getBodyAsString());
    return body.filter(JsonNode::isObject)
        .map(object -> BodyFields.of(object, schema))
        .orElse(List.of());
  }

  private static boolean isNoUuid(String value, Parameter parameter) {
    return parameter.schema().path("format").asString("").equals("uuid")
        && !value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }

  private static @Nullable String value(
      LoggedRequest request, Operation operation, Parameter parameter) {
    String path = request.getUrl().split("\\?", 2)[0];
    return switch (parameter.kind()) {
      case "path" -> segment(path, operation.path(), "{" + parameter.name() + "}");
      case "query" -> last(request.queryParameter(parameter.name()));
      default -> request.getHeader(parameter.name());
    };
  }

  private static @Nullable String last(QueryParameter parameter) {
    return parameter.isPresent() ? parameter.values().get(parameter.values().size() - 1) : null;
  }

  private static @Nullable String segment(String path, String template, String variable) {
    int index = List.of(template.split("/")).indexOf(variable);
    String[] segments = path.split("/");
    return index < segments.length
        ? URLDecoder.decode(segments[index], StandardCharsets.UTF_8)
        : null;
  }
}
