package org.contractshop.order;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Begins each test without an order. */
@OrderServiceTest
abstract class ServiceTest {
  @Autowired JdbcClient database;
  OrderCaller customer;

  @BeforeEach
  final void noOrders(@LocalServerPort int port) {
    History.clear(database);
    customer = new OrderCaller(port, 7);
  }

  /**
   * @param rows a table, and which of its rows
   */
  final int count(String rows) {
    return database.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
  }
}
