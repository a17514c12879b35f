package org.contractshop.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves the page about the API, and the spec that it shows: exactly these files, to anybody. */
final class ApiDocs implements RouterFunction<ServerResponse> {
  private static final String PAGE = "/docs";

  /** Nothing from elsewhere, and nothing to elsewhere. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, ClassPathResource> files;
  private final String overview;
  private final Map<String, Content> contents = new ConcurrentHashMap<>();

  /**
   * @param files by their paths
   * @param overview the URL of the page about all services, or empty
   */
  ApiDocs(Map<String, ClassPathResource> files, String overview) {
    this.files = files;
    this.overview = overview;
  }

  private record Content(byte[] bytes, MediaType type, String tag) {
    static Content of(ClassPathResource file) {
      try {
        byte[] bytes = file.getContentAsByteArray();
        // Spring's table of file types has no YAML.
        MediaType type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_YAML);
        return new Content(
            bytes,
            new MediaType(type, StandardCharsets.UTF_8),
            "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"");
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    }
  }

  @Override
  public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
    String path = request.path();
    return path.equals(PAGE) || files.containsKey(path)
        ? Optional.of(this::answer)
        : Optional.empty();
  }

  private ServerResponse answer(ServerRequest request)
      throws HttpRequestMethodNotSupportedException {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      throw new HttpRequestMethodNotSupportedException(
          request.method().name(), List.of("GET", "HEAD"));
    }
    String path = request.path();
    if (path.equals(PAGE)) {
      // The page's links are relative, so that it works behind a prefix that only a proxy knows.
      return ServerResponse.status(HttpStatus.FOUND).location(URI.create("docs/")).build();
    }
    Content content = contents.computeIfAbsent(path, it -> Content.of(files.get(it)));
    return ServerResponse.ok()
        .contentType(content.type())
        .cacheControl(CacheControl.noCache())
        .eTag(content.tag())
        .headers(this::addHeaders)
        .body(content.bytes());
  }

  private void addHeaders(HttpHeaders headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Frame-Options", "DENY");
    if (!overview.isEmpty()) {
      headers.set(HttpHeaders.LINK, "<%s>; rel=\"up\"".formatted(overview));
    }
  }
}
