package org.contractshop.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.contractshop.base.Problems.InvalidField;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;

/** Finds the fields that an exception of the framework complains about. */
final class InvalidFields {
  private InvalidFields() {}

  static List<InvalidField> of(MethodValidationResult result) {
    List<InvalidField> fields = new ArrayList<>();
    for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
      if (parameter instanceof ParameterErrors errors) {
        fields.addAll(of(errors.getAllErrors()));
      } else {
        String name = name(parameter.getMethodParameter());
        parameter
            .getResolvableErrors()
            .forEach(
                error -> fields.add(new InvalidField(name, message(error.getDefaultMessage()))));
      }
    }
    return sorted(fields);
  }

  static List<InvalidField> of(List<ObjectError> errors) {
    List<InvalidField> fields = new ArrayList<>();
    for (ObjectError error : errors) {
      String field = error instanceof FieldError one ? one.getField() : error.getObjectName();
      fields.add(new InvalidField(field, message(error.getDefaultMessage())));
    }
    return sorted(fields);
  }

  /** The path of the value that Jackson could not read, such as {@code items[0].quantity}. */
  static String path(JacksonException exception) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : exception.getPath()) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.length() > 300 ? path.substring(0, 300) : path.toString();
  }

  /** The name on the wire, which differs from the Java name for headers. */
  static String name(MethodParameter parameter) {
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    if (header != null && !header.value().isEmpty()) {
      return header.value();
    }
    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
    if (query != null && !query.value().isEmpty()) {
      return query.value();
    }
    PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
    if (path != null && !path.value().isEmpty()) {
      return path.value();
    }
    String name = parameter.getParameterName();
    return name == null ? "request" : name;
  }

  /** Without {@code x-pattern-message} in the spec, a validator would show the expression. */
  private static String message(@org.jspecify.annotations.Nullable String message) {
    return message == null || message.startsWith("must match \"") ? "has the wrong form" : message;
  }

  /** Validation has no fixed order; the same request must always get the same response. */
  private static List<InvalidField> sorted(List<InvalidField> fields) {
    return fields.stream()
        .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::message))
        .limit(100)
        .toList();
  }
}
