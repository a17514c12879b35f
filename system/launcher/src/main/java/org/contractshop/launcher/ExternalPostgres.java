package org.contractshop.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An external PostgreSQL, given by DATABASE_URL. */
final class ExternalPostgres implements DatabaseServer {
  private static final int USUAL_PORT = 5432;

  private final URI url;
  private final Databases databases;

  /**
   * @param url such as {@code postgres://user:password@host:5432/postgres}, for a user who may
   *     create roles and databases
   */
  ExternalPostgres(String url, Secrets secrets) {
    try {
      this.url = new URI(url.replaceFirst("^jdbc:", ""));
    } catch (URISyntaxException e) {
      throw notAUrl();
    }
    if (this.url.getHost() == null
        || this.url.getRawUserInfo() == null
        || !this.url.getScheme().startsWith("postgres")) {
      throw notAUrl();
    }
    this.databases = new Databases(this.url.getHost(), port(), secrets);
  }

  private static StartFailure notAUrl() {
    return new StartFailure(
        "DATABASE_URL must be like postgres://user:password@host:5432/postgres. Its user must be allowed to create roles and databases.");
  }

  private int port() {
    return url.getPort() < 0 ? USUAL_PORT : url.getPort();
  }

  @Override
  public void start() {
    String[] user = url.getRawUserInfo().split(":", 2);
    String path = url.getPath() == null || url.getPath().length() < 2 ? "/postgres" : url.getPath();
    try (Connection administrator =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), port(), path),
            decoded(user[0]),
            user.length < 2 ? "" : decoded(user[1]))) {
      databases.create(administrator);
    } catch (SQLException e) {
      throw new StartFailure(
          "The PostgreSQL that DATABASE_URL names (%s) cannot be used: %s"
              .formatted(description(), e.getMessage()),
          e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public boolean isInitialised() {
    return false;
  }

  @Override
  public Databases databases() {
    return databases;
  }

  @Override
  public void stop() {
    // The server is not ours to stop.
  }

  @Override
  public String description() {
    return url.getHost() + ":" + port();
  }
}
