package org.contractshop.base.telemetry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Exports spans if {@code shop.telemetry.otlp-endpoint} says where to. */
@AutoConfiguration
@ConditionalOnWebApplication
class TelemetryConfiguration {
  @Bean
  @ConditionalOnMissingBean
  SpanExport spanExport(
      @Value("${shop.telemetry.otlp-endpoint:}") String endpoint,
      @Value("${spring.application.name}") String service) {
    return endpoint.isBlank() ? SpanExport.NONE : new OtlpSpanExport(endpoint.strip(), service);
  }
}
