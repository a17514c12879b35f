package org.contractshop.tools.exchange;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request and its response, as sent or as written down. A body is empty if there is none.
 *
 * @param target the path and the query, percent-encoded
 */
public record Exchange(
    String method,
    String target,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    Map<String, String> responseHeaders,
    String responseBody) {
  public Exchange {
    requestHeaders = caseless(requestHeaders);
    responseHeaders = caseless(responseHeaders);
  }

  /** A request without a response yet. */
  public static Exchange request(
      String method, String target, Map<String, String> headers, String body) {
    return new Exchange(method, target, headers, body, 0, Map.of(), "");
  }

  /** The same request with this response. */
  public Exchange answered(int status, Map<String, String> headers, String body) {
    return new Exchange(method, target, requestHeaders, requestBody, status, headers, body);
  }

  /** The same request with one more query parameter. */
  public Exchange and(String name, String value) {
    String longer = target + (target.contains("?") ? "&" : "?") + name + "=" + value;
    return new Exchange(
        method, longer, requestHeaders, requestBody, status, responseHeaders, responseBody);
  }

  /** A name and a value of the query. */
  public record Query(String name, String value) {}

  public String path() {
    return target.split("\\?", 2)[0];
  }

  public List<Query> query() {
    List<Query> query = new ArrayList<>();
    String[] pathAndQuery = target.split("\\?", 2);
    if (pathAndQuery.length == 2) {
      for (String pair : pathAndQuery[1].split("&")) {
        String[] nameAndValue = pair.split("=", 2);
        query.add(
            new Query(
                decoded(nameAndValue[0]),
                nameAndValue.length == 1 ? "" : decoded(nameAndValue[1])));
      }
    }
    return query;
  }

  /** Decodes a part of the path. */
  String segment(int index) {
    return decoded(path().split("/", -1)[index].replace("+", "%2B"));
  }

  public Optional<String> requestHeader(String name) {
    return Optional.ofNullable(requestHeaders.get(name));
  }

  public Optional<String> responseHeader(String name) {
    return Optional.ofNullable(responseHeaders.get(name));
  }

  /** Without its parameters, such as the character set. */
  static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return method + " " + target + " -> " + status;
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException exception) {
      return text; // deliberately malformed; no schema depends on its value
    }
  }

  private static Map<String, String> caseless(Map<String, String> headers) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }
}
