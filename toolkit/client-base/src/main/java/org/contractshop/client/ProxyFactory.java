package org.contractshop.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Implements the HTTP interfaces of a client. */
final class ProxyFactory {
  private final HttpServiceProxyFactory proxies;

  ProxyFactory(
      ClientIdentity identity,
      Map<String, Function<ProblemResponse, ProblemException>> problems,
      ClientSettings settings,
      ClientClock clock) {
    JsonMapper json =
        JsonMapper.builder()
            // Whatever the Jackson version's default: a field that a newer service adds is not an
            // error.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    RetryLoop calls =
        new RetryLoop(settings, identity, new ProblemExceptions(json, problems, clock), clock);
    ConversionService conversions = conversions();
    OperationRequests operations = new OperationRequests(conversions);
    this.proxies =
        HttpServiceProxyFactory.builderFor(new JsonExchangeAdapter(settings.baseUrl, calls, json))
            .conversionService(conversions)
            .customArgumentResolver(operations)
            .httpRequestValuesProcessor(operations)
            .build();
  }

  /**
   * How values are written into URLs and headers. Spring's default formats dates by locale, and
   * enums by their Java names.
   */
  private static ConversionService conversions() {
    DefaultConversionService conversions = new DefaultConversionService();
    conversions.addConverter(Enum.class, String.class, Enum::toString);
    conversions.addConverter(LocalDate.class, String.class, LocalDate::toString);
    // Unlike toString, it never omits the seconds, which RFC 3339 requires.
    conversions.addConverter(
        OffsetDateTime.class, String.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    conversions.addConverter(BigDecimal.class, String.class, BigDecimal::toPlainString);
    return conversions;
  }

  <T> T create(Class<T> type) {
    return proxies.createClient(type);
  }
}
