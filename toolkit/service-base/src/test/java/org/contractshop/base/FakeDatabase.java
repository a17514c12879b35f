package org.contractshop.base;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A data source without a database. */
public final class FakeDatabase extends AbstractDataSource {
  private final InvocationHandler calls;

  /**
   * @param calls of the methods of its connections
   */
  public FakeDatabase(InvocationHandler calls) {
    this.calls = calls;
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, calls);
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }
}
