package org.contractshop.user;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which proxies are trusted to report the address of a caller. None by default: anybody can send an
 * {@code X-Forwarded-For} header.
 */
@Configuration(proxyBeanMethods = false)
class TrustedProxiesConfig {
  /**
   * @param proxies addresses or networks, separated by commas
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
      @Value("${shop.trusted-proxies}") String proxies) {
    return factory -> {
      if (!proxies.isBlank()) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(
            Arrays.stream(proxies.split(","))
                .map(proxy -> network(proxy.strip()))
                .collect(Collectors.joining(",")));
        valve.setProtocolHeader(null);
        factory.addEngineValves(valve);
      }
    };
  }

  /** Tomcat would take a single address for a regular expression. */
  private static String network(String proxy) {
    return proxy.contains("/") ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
  }
}
