package org.contractshop.base;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Serves the API docs page and the spec it shows: exactly these files, to anybody. */
final class ApiDocs extends ResourceHttpRequestHandler {
  private static final String PAGE = "/docs";

  /** Loads nothing from other sites, and sends nothing to them. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, Resource> files;
  private final String overview;
  private final Map<Resource, String> tags = new ConcurrentHashMap<>();

  /**
   * @param files by their paths
   * @param overview the URL of the page about all services, or empty
   */
  ApiDocs(Map<String, Resource> files, String overview) {
    this.files = files;
    this.overview = overview;
    setUseLastModified(false);
    setEtagGenerator(file -> tags.computeIfAbsent(file, ApiDocs::tag));
    setCacheControl(CacheControl.noCache());
  }

  Set<String> paths() {
    Set<String> paths = new HashSet<>(files.keySet());
    paths.add(PAGE);
    return paths;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getRequestURI().equals(PAGE)) {
      checkRequest(request);
      response.setStatus(HttpServletResponse.SC_FOUND);
      // Relative, like the page's links, so that it works behind a prefix that only a proxy knows.
      response.setHeader(HttpHeaders.LOCATION, "docs/");
    } else {
      super.handleRequest(request, response);
    }
  }

  @Override
  protected @Nullable Resource getResource(HttpServletRequest request) {
    return files.get(request.getRequestURI());
  }

  @Override
  protected MediaType getMediaType(HttpServletRequest request, Resource file) {
    // Spring's table of file types has no YAML.
    return new MediaType(
        MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_YAML),
        StandardCharsets.UTF_8);
  }

  @Override
  protected void setHeaders(
      HttpServletResponse response, Resource file, @Nullable MediaType mediaType)
      throws IOException {
    super.setHeaders(response, file, mediaType);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "DENY");
    if (!overview.isEmpty()) {
      response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"up\"".formatted(overview));
    }
  }

  private static String tag(Resource file) {
    try {
      return "\"" + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + "\"";
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
