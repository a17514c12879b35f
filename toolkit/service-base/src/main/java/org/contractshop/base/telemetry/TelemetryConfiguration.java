package org.contractshop.base.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Counts log lines, and exports spans if {@code shop.telemetry.otlp-endpoint} says where to. */
@AutoConfiguration
@ConditionalOnWebApplication
class TelemetryConfiguration {
  @Bean
  LogMeter logMeter(MeterRegistry registry) {
    return new LogMeter(registry);
  }

  @Bean
  @ConditionalOnMissingBean
  SpanExport spanExport(
      @Value("${shop.telemetry.otlp-endpoint:}") String endpoint,
      @Value("${spring.application.name}") String service) {
    return endpoint.isBlank() ? SpanExport.NONE : new OtlpSpanExport(endpoint.strip(), service);
  }
}
