package org.contractshop.client;

import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads paged lists. */
public final class Pages {
  private Pages() {}

  /**
   * The elements of this page and of all later ones. A page is read when its first element is
   * needed, by a separate call with its own timeouts and retries, so the stream throws what such a
   * call throws. It also throws a {@link ClientException} if a page links to another host, or back
   * to a page that was already read.
   *
   * @param firstPage a list returned by a client; for any other list, just its elements are
   *     returned
   */
  public static <T> Stream<T> stream(List<T> firstPage) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Elements<>(firstPage), Spliterator.ORDERED), false);
  }

  private static final class Elements<T> implements Iterator<T> {
    private final Set<URI> read = new HashSet<>();
    private List<T> page;
    private int position;

    Elements(List<T> firstPage) {
      page = firstPage;
      if (firstPage instanceof Page<T> first) {
        read.add(first.uri());
      }
    }

    @Override
    public boolean hasNext() {
      while (position == page.size()) {
        List<T> next = nextPage();
        if (next == null) {
          return false;
        }
        page = next;
        position = 0;
      }
      return true;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.get(position++);
    }

    private @Nullable List<T> nextPage() {
      URI next = page instanceof Page<T> last ? last.next() : null;
      if (next == null) {
        return null;
      }
      if (!read.add(next)) {
        throw new ClientException(next + " is linked as its own successor");
      }
      return ((Page<T>) page).read(next);
    }
  }
}
