package org.contractshop.base;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.contractshop.base.admission.AdmissionGate;
import org.contractshop.base.telemetry.SpanExport;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.internal.constraintvalidators.bv.size.SizeValidatorForCollection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a request passes between the socket and a controller. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
    })
@ConditionalOnWebApplication
class WebConfiguration {
  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Bean
  @ConditionalOnMissingBean(BaseProblemHandler.class)
  PlainProblemHandler problemHandler() {
    return new PlainProblemHandler();
  }

  /** A body without a charset is UTF-8; Jackson would guess UTF-16 and UTF-32. */
  @Bean
  JsonFactoryBuilderCustomizer utf8Only() {
    return factory -> factory.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
  }

  @Bean
  WebMvcConfigurer exactRequestsAndCompleteResponses(JsonMapper mapper) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ExactParameters());
      }

      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new CompleteJsonConverter(mapper));
      }
    };
  }

  @Bean
  WebMvcRegistrations jsonMappings() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new JsonMappings();
      }
    };
  }

  @Bean
  ValidationConfigurationCustomizer codePoints() {
    return configuration -> {
      HibernateValidatorConfiguration hibernate = (HibernateValidatorConfiguration) configuration;
      ConstraintMapping mapping = hibernate.createConstraintMapping();
      mapping
          .constraintDefinition(Size.class)
          .includeExistingValidators(false)
          .validatedBy(CodePointSize.class)
          .validatedBy(SizeValidatorForCollection.class);
      hibernate.addMapping(mapping);
    };
  }

  @Bean
  Drain drain(@Value("${shop.shutdown-drain:0s}") Duration time) {
    return new Drain(time);
  }

  @Bean
  RequestTelemetry requestTelemetry(
      Operations operations,
      MeterRegistry registry,
      SpanExport export,
      @Value("${shop.telemetry.slow-request:1s}") Duration slow) {
    return new RequestTelemetry(operations, registry, export, slow);
  }

  @Bean
  FilterRegistrationBean<RequestTelemetry> telemetry(
      RequestTelemetry telemetry, @Value("${shop.telemetry.enabled:true}") boolean enabled) {
    FilterRegistrationBean<RequestTelemetry> filter = new FilterRegistrationBean<>(telemetry);
    filter.setEnabled(enabled);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** After the filter that counts requests, and before anything that costs time. */
  @Bean
  FilterRegistrationBean<AdmissionFilter> admission(ObjectProvider<AdmissionGate> gates) {
    List<AdmissionGate> all = gates.orderedStream().toList();
    FilterRegistrationBean<AdmissionFilter> filter =
        new FilterRegistrationBean<>(new AdmissionFilter(all));
    filter.setEnabled(!all.isEmpty());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestBodyFilter> requestBodies(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, BodyWaits waits) {
    return new FilterRegistrationBean<>(new RequestBodyFilter(problems, waits));
  }

  @Bean
  BodyWaits bodyWaits(@Value("${server.tomcat.threads.max:200}") int threads) {
    return new BodyWaits(threads);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections(BodyWaits waits) {
    return factory -> {
      factory.setProtocol(ConnectionProtocol.class.getName());
      factory.addEngineValves(new KeepAliveValve(), new UnreadBodyValve(waits));
      // Only attackers send chunk extensions, slowly and on purpose: Tomcat reads on until they
      // end.
      factory.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
              http.setMaxExtensionSize(0);
            }
          });
    };
  }

  /** Spring's dispatcher does the same. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noSecondRequestContext() {
    FilterRegistrationBean<RequestContextFilter> filter =
        new FilterRegistrationBean<>(new RequestContextFilter());
    filter.setEnabled(false);
    return filter;
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
