package org.contractshop.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The operations that a spec marks as deprecated, with the headers that say so: {@code Deprecation}
 * (RFC 9745), the first moment of {@code x-deprecated-since}, and {@code Sunset} (RFC 8594), the
 * last second of {@code x-sunset}. Both days are days in UTC.
 */
final class Deprecations {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** All paths of the spec, the most specific first: {@code /users/me} is not a {@code {id}}. */
  private final List<Path> paths;

  private Deprecations(List<Path> paths) {
    this.paths = paths;
  }

  /**
   * @param byMethod the headers of the deprecated operations
   */
  private record Path(PathPattern pattern, Map<String, Map<String, String>> byMethod) {}

  static Deprecations of(Resource spec) {
    try (InputStream text = spec.getInputStream()) {
      Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return new Deprecations(
          map(document.get("paths")).entrySet().stream()
              .map(path -> path(path.getKey(), map(path.getValue())))
              .sorted(Comparator.comparing(Path::pattern, PathPattern.SPECIFICITY_COMPARATOR))
              .toList());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  boolean isEmpty() {
    return paths.stream().allMatch(path -> path.byMethod.isEmpty());
  }

  /** The headers that the answer to a request needs; usually none. */
  Map<String, String> headers(String method, String path) {
    String read = method.equals("HEAD") ? "GET" : method;
    try {
      PathContainer wanted = PathContainer.parsePath(path);
      return paths.stream()
          .filter(one -> one.pattern.matches(wanted))
          .findFirst()
          .map(one -> one.byMethod.getOrDefault(read, Map.of()))
          .orElse(Map.of());
    } catch (IllegalArgumentException exception) {
      return Map.of(); // no path at all, which somebody else refuses
    }
  }

  private static Path path(String pattern, Map<String, Object> item) {
    Map<String, Map<String, String>> byMethod = new HashMap<>();
    item.forEach(
        (method, value) -> {
          if (value instanceof Map<?, ?> && Boolean.TRUE.equals(map(value).get("deprecated"))) {
            byMethod.put(method.toUpperCase(Locale.ROOT), headers(map(value)));
          }
        });
    return new Path(PathPatternParser.defaultInstance.parse(pattern), byMethod);
  }

  private static Map<String, String> headers(Map<String, Object> operation) {
    LocalDate since = LocalDate.parse(String.valueOf(operation.get("x-deprecated-since")));
    LocalDate sunset = LocalDate.parse(String.valueOf(operation.get("x-sunset")));
    return Map.of(
        "Deprecation",
        "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
        "Sunset",
        HTTP_DATE.format(sunset.atTime(LAST_SECOND)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
