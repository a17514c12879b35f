package org.contractshop.base;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** How a service talks to its database, and how it interprets database errors. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    beforeName =
        "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration")
@ConditionalOnBean(DataSource.class)
class DatabaseConfiguration {
  /** Spring treats PostgreSQL's deadlocks as concurrency failures, but not its lock_timeout. */
  @Bean
  SQLExceptionTranslator lockTimeouts() {
    SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
    translator.setCustomTranslator(
        (task, sql, exception) ->
            "55P03".equals(exception.getSQLState())
                ? new CannotAcquireLockException(task + ": " + exception.getMessage(), exception)
                : null);
    return translator;
  }

  @Bean
  JdbcTransactionManager transactionManager(
      DataSource database, SQLExceptionTranslator translator) {
    JdbcTransactionManager manager = new HonestTransactionManager(database);
    manager.setExceptionTranslator(translator);
    return manager;
  }

  /** Takes into account that a commit may have succeeded although its acknowledgement was lost. */
  private static final class HonestTransactionManager extends JdbcTransactionManager {
    HonestTransactionManager(DataSource database) {
      super(database);
    }

    @Override
    protected RuntimeException translateException(String task, SQLException exception) {
      return task.equals("JDBC commit") && Writes.isOutcomeUnknown(exception)
          ? new OutcomeUnknownException(exception)
          : super.translateException(task, exception);
    }
  }

  /**
   * Migrations get their own connection: the pool's connections give up after a second, and a
   * migration may take longer. It also waits half a minute for a database that is still starting.
   */
  @Bean
  FlywayConfigurationCustomizer patientMigrations(JdbcConnectionDetails database) {
    return flyway ->
        flyway
            .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
            .connectRetries(5);
  }
}
