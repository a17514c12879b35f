package org.contractshop.order;

import java.util.Locale;

/** Where an order stands. */
enum OrderStatus {
  /** Its stock is being reserved. */
  PENDING,
  CONFIRMED,
  /** Holds no stock, or will not for long. */
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
