package org.contractshop.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.contractshop.base.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The users in PostgreSQL. */
@Repository
class UserRepository {
  private final JdbcClient database;

  UserRepository(JdbcClient database) {
    this.database = database;
  }

  /** A user with the data that a login needs. */
  record Credentials(User user, String passwordHash) {}

  /**
   * @return nothing if the e-mail address is taken
   */
  Optional<User> add(String name, String email, String passwordHash, User.Role role) {
    return Writes.single(
        () ->
            database
                .sql(
                    """
                    INSERT INTO users (name, email, email_key, password_hash, role)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    RETURNING id, name, email, role
                    """)
                .params(name, email, EmailAddresses.key(email), passwordHash, role.wireName())
                .query(UserRepository::user)
                .optional());
  }

  Optional<User> find(long id) {
    return database
        .sql("SELECT id, name, email, role FROM users WHERE id = ?")
        .param(id)
        .query(UserRepository::user)
        .optional();
  }

  Optional<Credentials> findCredentials(String email) {
    if (email.indexOf('\0') >= 0) {
      return Optional.empty(); // PostgreSQL has no such character and would refuse the query
    }
    return database
        .sql(
            """
            SELECT id, name, email, role, password_hash FROM users
            WHERE coalesce(email_key, lower(email)) = ?
            """)
        .param(EmailAddresses.key(email))
        .query((row, number) -> new Credentials(user(row, number), row.getString(5)))
        .optional();
  }

  /** Nothing happens if the password was changed meanwhile. */
  void changePassword(long id, String oldHash, String newHash) {
    database
        .sql("UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?")
        .params(newHash, id, oldHash)
        .update();
  }

  private static User user(ResultSet row, int number) throws SQLException {
    return new User(
        row.getLong(1), row.getString(2), row.getString(3), User.Role.of(row.getString(4)));
  }
}
