package org.contractshop.base;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The problem for an error of which only the status code is known. */
final class StatusProblems {
  private StatusProblems() {}

  static ProblemDetail of(int status) {
    HttpStatusCode code = HttpStatusCode.valueOf(status);
    return switch (status) {
      case 400 -> Problems.invalidRequest("The request is malformed");
      case 404 -> Problems.problem(code, "not-found", "Not found", "This path does not exist.");
      case 405 ->
          Problems.problem(
              code,
              "method-not-allowed",
              "Method not allowed",
              "The header Allow lists the methods of this path.");
      case 406 ->
          Problems.problem(
              code, "not-acceptable", "Not acceptable", "This operation answers application/json.");
      case 408 ->
          Problems.problem(
              code, "request-timeout", "Request timeout", "The body takes too long to arrive.");
      case 413 ->
          Problems.problem(
              code, "payload-too-large", "Payload too large", "The body is too large.");
      case 414 ->
          Problems.problem(code, "uri-too-long", "URI too long", "The request line is too long.");
      case 431 ->
          Problems.problem(
              code,
              "header-fields-too-large",
              "Header fields too large",
              "The header fields are too large in total.");
      case 415 ->
          Problems.problem(
              code,
              "unsupported-media-type",
              "Unsupported media type",
              "Send the body as application/json.");
      default -> {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        yield Problems.problem(code, "http-" + status, title, title + ".");
      }
    };
  }
}
