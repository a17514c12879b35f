package org.contractshop.user;

import org.contractshop.base.BearerSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: everybody registers and logs in, profiles need a token. */
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
                .requestMatchers(HttpMethod.POST, "/auth/register", "/auth/login")
                .permitAll()
                .requestMatchers("/users/me")
                .authenticated()
                // The user itself may too, which UserController decides.
                .requestMatchers("/users/{id}")
                .hasAnyRole("user", "service", "admin"));
  }
}
