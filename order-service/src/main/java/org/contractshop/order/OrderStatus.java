package org.contractshop.order;

import java.util.Locale;

/** The state of an order. */
enum OrderStatus {
  /** Its stock is being reserved. */
  PENDING,
  CONFIRMED,
  /** Holds no stock, or is about to release it. */
  CANCELLED;

  /** Whether the state machine has the transition. There is none out of {@link #CANCELLED}. */
  boolean mayBecome(OrderStatus next) {
    return switch (this) {
      case PENDING -> next == CONFIRMED || next == CANCELLED;
      case CONFIRMED -> next == CANCELLED;
      case CANCELLED -> false;
    };
  }

  /** The name on the wire and in the database. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OrderStatus of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
