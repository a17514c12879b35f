package org.contractshop.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Optional parameters such as the generator writes. */
public final class ToyOptions extends RequestOptions<ToyOptions> {
  ToyOptions() {}

  private ToyOptions(List<Option> options) {
    super(options);
  }

  ToyOptions idempotencyKey(@Nullable String key) {
    return header("Idempotency-Key", key);
  }

  ToyOptions colours(@Nullable List<ToyApi.Colour> colours) {
    return query("colour", colours);
  }

  @Override
  protected ToyOptions with(List<Option> options) {
    return new ToyOptions(options);
  }
}
