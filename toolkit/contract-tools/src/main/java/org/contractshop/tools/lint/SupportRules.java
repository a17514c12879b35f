package org.contractshop.tools.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** OpenAPI features that our client, service or stub does not support. */
final class SupportRules extends HouseRules {
  private static final Set<String> PLACES = Set.of("path", "query", "header");
  private static final Set<String> PARAMETER_TYPES = Set.of("string", "integer", "number");
  private static final Set<String> TIMES = Set.of("date", "date-time");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2}");

  SupportRules() {
    super(RuleGroup.SUPPORT);
  }

  @Override
  void check(SpecFiles specs) {
    specs.files().forEach(this::checkVersion);
    for (Operation operation : specs.operations()) {
      checkSecurity(operation.security());
      operation.parameters().forEach(this::checkParameter);
    }
    RequestSchemas.of(specs).forEach(this::checkRequest);
    Element.all(specs, "schema").forEach(this::checkSchema);
    Element.all(specs, "securityScheme").forEach(this::checkSecurityScheme);
  }

  private void checkVersion(SpecNode file) {
    SpecNode version = file.get("info").get("version");
    if (!VERSION.matcher(version.text()).matches()) {
      add(version, "has an info.version that is not three numbers; write one such as 1.2.3");
    }
  }

  private void checkSecurity(SpecNode alternatives) {
    for (SpecNode alternative : alternatives.children()) {
      if (alternative.children().isEmpty()) {
        add(
            alternative,
            "has credentials that may be left out, which is not supported, as services refuse; remove {}"
                + " or the rest");
      }
    }
  }

  private void checkSecurityScheme(SpecNode scheme) {
    if (!scheme.get("type").is("http") || !scheme.get("scheme").is("bearer")) {
      add(
          scheme,
          "is no bearer token, and others are not supported; write the type http and the scheme bearer");
    }
  }

  private void checkParameter(Parameter parameter) {
    SpecNode schema = parameter.node().get("schema").resolved();
    SpecNode place = parameter.node().get("in");
    if (!PLACES.contains(place.text())) {
      add(place, "is in %s; make it one of path, query, header", place.text());
    }
    String type = schema.get("type").text();
    if (!type.isEmpty() && !PARAMETER_TYPES.contains(type)) {
      add(
          parameter.node(),
          "is of type %s, which is not supported; make it a string with an enum, or several parameters",
          type);
    }
    if (TIMES.contains(schema.get("format").text())) {
      add(
          parameter.node(),
          "has the format %s, which is not supported in parameters; make it a string with a pattern",
          schema.get("format").text());
    }
  }

  private void checkRequest(SpecNode schema) {
    if (schema.get("uniqueItems").is("true")) {
      add(
          schema.get("uniqueItems"),
          "has uniqueItems in a request, which is not supported, as the service's set swallows the second; check"
              + " it in the service");
    }
    if (schema.has("items")) {
      checkTime(schema.get("items"));
    }
    for (SpecNode property : schema.get("properties").children()) {
      SpecNode type = property.resolved();
      boolean required = schema.get("required").texts().contains(property.key());
      if (type.has("default")) {
        add(
            property,
            "has a default in a request body, which is not supported, as clients would send it; leave the"
                + " field optional");
      }
      if (!required && type.get("minItems").isNumber() && !type.get("minItems").is("0")) {
        add(
            property,
            "is an optional list with minItems, which is not supported, as clients send it empty; make"
                + " it required, or remove minItems");
      }
      checkTime(property);
    }
  }

  private void checkTime(SpecNode written) {
    SpecNode type = written.resolved();
    String format = type.get("format").text();
    if (TIMES.contains(format) && (type.has("minLength") || type.has("maxLength"))) {
      add(
          written,
          "has a length, but is a %s, which has none in the service; remove minLength and maxLength",
          format);
    }
  }

  private void checkSchema(SpecNode schema) {
    for (String exclusion : List.of("exclusiveMinimum", "exclusiveMaximum")) {
      if (schema.has(exclusion)) {
        add(
            schema.get(exclusion),
            "has %s, which is not supported, as services pass over it for integers; make the limit"
                + " the first value that is allowed",
            exclusion);
      }
    }
    if (schema.get("additionalProperties").is("true")) {
      add(
          schema.get("additionalProperties"),
          "has additionalProperties: true, which makes the class a map; remove it, as readers bear"
              + " unknown properties anyway");
    }
  }
}
