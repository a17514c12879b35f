package org.contractshop.user;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Brings the database into a known state, for tests that share one: Ada and the service account are
 * registered.
 */
final class People {
  static final long ADA = 7;
  static final String ADAS_EMAIL = "ada@example.com";
  static final String ADAS_PASSWORD = "Pass1234!";

  static final String SERVICE_EMAIL = "order-service@shop.example";
  static final String SERVICE_PASSWORD = "service-account-1";

  /** The least strength there is, because the tests make many hashes. */
  private static final BCryptPasswordEncoder QUICK = new BCryptPasswordEncoder(4);

  private static final String ADAS_HASH = "{bcrypt}" + QUICK.encode(ADAS_PASSWORD);
  private static final String SERVICE_HASH = "{bcrypt}" + QUICK.encode(SERVICE_PASSWORD);

  private People() {}

  /** The next user who registers gets the id 8. */
  static void reset(JdbcClient database) {
    database
        .sql("TRUNCATE users, throttle_buckets; ALTER TABLE users ALTER COLUMN id RESTART WITH 8")
        .update();
    add(database, 3, "Service account", SERVICE_EMAIL, SERVICE_HASH, User.Role.SERVICE);
    add(database, ADA, "Ada Lovelace", ADAS_EMAIL, ADAS_HASH, User.Role.USER);
  }

  /** The users of the tokens that tests of all services use. */
  static void addCallers(JdbcClient database) {
    for (long id : new long[] {1, 1001, 1002, 999_999}) {
      add(database, id, "Caller", "caller" + id + "@example.com", ADAS_HASH, User.Role.USER);
    }
  }

  private static void add(
      JdbcClient database, long id, String name, String email, String hash, User.Role role) {
    database
        .sql(
            """
            INSERT INTO users (id, name, email, password_hash, role)
            OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?)
            """)
        .params(id, name, email, hash, role.wireName())
        .update();
  }
}
