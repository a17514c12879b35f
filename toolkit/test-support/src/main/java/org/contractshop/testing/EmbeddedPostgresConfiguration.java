package org.contractshop.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives every test context a fresh database of one PostgreSQL server that the JVM shares. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty("shop.embedded-database")
class EmbeddedPostgresConfiguration {
  private static final AtomicInteger databases = new AtomicInteger();

  @Bean
  @ConditionalOnMissingBean
  JdbcConnectionDetails freshDatabase() {
    String name = "test" + databases.incrementAndGet();
    JdbcClient.create(new DriverManagerDataSource(url("postgres"), "postgres", "postgres"))
        .sql("CREATE DATABASE " + name)
        .update();
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return url(name);
      }

      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "postgres";
      }
    };
  }

  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + Server.INSTANCE.getPort() + "/" + database;
  }

  /** Started with the first use; its own shutdown hook stops it and removes its data. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(ProgramsFolder.create().toFile())
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    }
  }
}
