package org.contractshop.base.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Gives jobs traces, counts log lines, and exports spans if {@code shop.telemetry.otlp-endpoint}
 * says where to.
 */
@AutoConfiguration
@ConditionalOnWebApplication
class TelemetryConfiguration {
  @Bean
  LogMeter logMeter(MeterRegistry registry) {
    return new LogMeter(registry);
  }

  /** For their log lines and their calls to other services. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer tracesOfJobs() {
    return scheduler -> scheduler.setTaskDecorator(Span::inNewTrace);
  }

  @Bean
  @ConditionalOnBooleanProperty("shop.telemetry.sql-comments")
  static BeanPostProcessor tracesForTheDatabase() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new TracedDataSource(database) : bean;
      }
    };
  }

  @Bean
  @ConditionalOnAvailableEndpoint
  TelemetrySwitch telemetrySwitch() {
    return new TelemetrySwitch();
  }

  @Bean
  @ConditionalOnMissingBean
  SpanExport spanExport(
      @Value("${shop.telemetry.otlp-endpoint:}") String endpoint,
      @Value("${spring.application.name}") String service) {
    return endpoint.isBlank() ? SpanExport.NONE : new OtlpSpanExport(endpoint.strip(), service);
  }
}
