package org.contractshop.product;

import org.contractshop.base.BearerSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call what: everybody reads the catalogue, admins extend it, order-service and admins take
 * stock.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
  @Bean
  SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
    return bearer.chain(
        http,
        rules ->
            rules
                .requestMatchers("/health")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/products", "/products/{id}")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/products")
                .hasRole("admin")
                .requestMatchers(HttpMethod.PATCH, "/products/{id}/stock")
                .hasAnyRole("service", "admin")
                .requestMatchers("/stock-reservations/{reservationId}")
                .hasAnyRole("service", "admin"));
  }
}
