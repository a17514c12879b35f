package org.contractshop.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The optional parameters of an operation. Immutable; equal if the same parameters are set.
 *
 * @param <T> the class itself
 */
public abstract class RequestOptions<T extends RequestOptions<T>> {
  private final List<Option> options;

  /** A parameter that is set. */
  protected record Option(boolean inHeader, String name, Object value) {}

  protected RequestOptions() {
    this(List.of());
  }

  protected RequestOptions(List<Option> options) {
    this.options = List.copyOf(options);
  }

  protected abstract T with(List<Option> options);

  /**
   * @param value null to leave it out
   */
  protected final T query(String name, @Nullable Object value) {
    return replaced(false, name, value);
  }

  /**
   * @param value null to leave it out
   */
  protected final T header(String name, @Nullable Object value) {
    return replaced(true, name, value);
  }

  final List<Option> options() {
    return options;
  }

  private T replaced(boolean inHeader, String name, @Nullable Object value) {
    List<Option> changed = new ArrayList<>(options);
    changed.removeIf(option -> option.inHeader() == inHeader && option.name().equals(name));
    if (value != null) {
      changed.add(new Option(inHeader, name, value));
    }
    return with(changed);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((RequestOptions<?>) other).options.equals(options);
  }

  @Override
  public final int hashCode() {
    return options.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + options.stream().map(o -> o.name() + "=" + o.value()).toList();
  }
}
