package org.contractshop.system;

import java.util.List;
import org.contractshop.system.load.Tally;

/** The responses to callers during an event. */
record Load(List<Tally> slices) {
  long requests() {
    return slices.stream().mapToLong(Tally::requests).sum();
  }

  long failed() {
    return requests() - slices.stream().mapToLong(Tally::good).sum();
  }

  /** The time slices in which something failed. */
  String statuses() {
    return slices.stream()
        .filter(slice -> slice.good() < slice.requests())
        .map(Tally::statuses)
        .reduce((one, other) -> one + "; " + other)
        .orElseGet(() -> "%,d requests".formatted(requests()));
  }
}
