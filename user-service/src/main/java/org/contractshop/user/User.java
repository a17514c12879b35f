package org.contractshop.user;

import java.util.Locale;

/** A registered user. The password's hash never leaves {@link UserRepository}. */
record User(long id, String name, String email, Role role) {
  /** What a user may do. */
  enum Role {
    USER,
    SERVICE,
    ADMIN;

    /** The name on the wire and in the database. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }
}
