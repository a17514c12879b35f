package org.contractshop.product;

import org.contractshop.testing.Http;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs against the service on a real port and a real database, in the state of a new installation.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {
  protected static final long KEYBOARD = 1;
  protected static final long HUB = 2;
  protected static final long MOUSE = 3;
  protected static final int KEYBOARDS = 50;
  protected static final int HUBS = 120;
  protected static final int MICE = 30;

  @LocalServerPort private int port;
  @Autowired protected JdbcClient database;

  @BeforeEach
  final void newInstallation() {
    TestCatalogue.reset(database);
  }

  protected final Http http() {
    return new Http(port);
  }

  protected final int count(String table) {
    return database.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }

  protected final int stock(long productId) {
    return database
        .sql("SELECT stock FROM product WHERE id = ?")
        .param(productId)
        .query(Integer.class)
        .single();
  }
}
