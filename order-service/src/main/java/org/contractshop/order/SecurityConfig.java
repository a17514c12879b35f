package org.contractshop.order;

import org.contractshop.base.BearerSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: orders need a token. Whose order it is, {@link OrderController} decides. */
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
                .requestMatchers("/orders", "/orders/**")
                .authenticated());
  }
}
