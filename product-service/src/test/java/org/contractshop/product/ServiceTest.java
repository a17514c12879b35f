package org.contractshop.product;

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
abstract class ServiceTest {
  static final long KEYBOARD = 1;
  static final long HUB = 2;
  static final long MOUSE = 3;
  static final int KEYBOARDS = 50;
  static final int HUBS = 120;
  static final int MICE = 30;

  @LocalServerPort private int port;
  @Autowired JdbcClient database;

  @BeforeEach
  final void newInstallation() {
    Catalogue.reset(database);
  }

  final Http http() {
    return new Http(port, null);
  }

  final int stock(long productId) {
    return database
        .sql("SELECT stock FROM product WHERE id = ?")
        .param(productId)
        .query(Integer.class)
        .single();
  }
}
