package org.contractshop.base;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the parts of this module into a service. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication
class ServiceBaseConfiguration {
  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Bean
  WebMvcConfigurer exactParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ExactParameters());
      }
    };
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    return new FilterRegistrationBean<>(new BodyLimitFilter(resolver));
  }

  /** Spring knows PostgreSQL's deadlocks as failures of concurrency, but not its lock_timeout. */
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

  /**
   * Migrations get a connection of their own: the pool's connections give up after a second, and a
   * migration may take longer. It also waits half a minute for a database that is still starting.
   */
  @Bean
  FlywayConfigurationCustomizer patientMigrations(JdbcConnectionDetails database) {
    return flyway ->
        flyway
            .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
            .connectRetries(5);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }
}
