package org.contractshop.client;

import java.net.URI;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that knows its next page. */
final class Page<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private final URI uri;
  private final @Nullable String next;
  private final Function<URI, List<T>> reader;

  /**
   * @param next the link to the next page, as received; null on the last page
   * @param reader reads another page of the same list
   */
  Page(List<T> elements, URI uri, @Nullable String next, Function<URI, List<T>> reader) {
    this.elements = elements;
    this.uri = uri;
    this.next = next;
    this.reader = reader;
  }

  URI uri() {
    return uri;
  }

  /**
   * The URL of the next page; null on the last one.
   *
   * @throws ClientException if it is at another origin, which must not get the token
   */
  @Nullable URI next() {
    if (next == null) {
      return null;
    }
    URI target;
    try {
      // The JDK resolves a query without a path according to RFC 2396.
      target = uri.resolve(next.startsWith("?") ? uri.getRawPath() + next : next);
    } catch (IllegalArgumentException exception) {
      throw new ClientException(uri + " links to a next page that is no URL");
    }
    if (!origin(target).equals(origin(uri))) {
      throw new ClientException(uri + " links to a next page at another origin: " + origin(target));
    }
    return target;
  }

  List<T> read(URI page) {
    return reader.apply(page);
  }

  @Override
  public T get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }

  /** RFC 6454, section 4. */
  private static String origin(URI uri) {
    int port = uri.getPort();
    if (port == -1) {
      port = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
    return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }
}
