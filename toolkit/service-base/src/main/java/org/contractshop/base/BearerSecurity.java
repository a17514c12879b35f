package org.contractshop.base;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filter chain that all services share; each adds who may call which of its operations. */
public final class BearerSecurity {
  private final HandlerExceptionResolver resolver;

  BearerSecurity(HandlerExceptionResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * @param rules the service's operations. What no rule names has no handler either and is let
   *     through to its 404; a test of each service shows that every operation has a rule.
   */
  public SecurityFilterChain chain(
      HttpSecurity http,
      Customizer<
              AuthorizeHttpRequestsConfigurer<HttpSecurity>
                  .AuthorizationManagerRequestMatcherRegistry>
          rules) {
    TokensWhereNeeded tokens = new TokensWhereNeeded();
    return http.csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing to forge
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            registry -> {
              rules.customize(registry);
              registry.anyRequest().permitAll().withObjectPostProcessor(tokens);
            })
        .oauth2ResourceServer(
            it ->
                it.bearerTokenResolver(tokens)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                    .authenticationEntryPoint(this::refuse)
                    .accessDeniedHandler(this::refuse))
        .exceptionHandling(
            it -> it.authenticationEntryPoint(this::refuse).accessDeniedHandler(this::refuse))
        .build();
  }

  /** Leaves the answer to the service's problem handler. */
  private void refuse(
      HttpServletRequest request, HttpServletResponse response, Exception exception) {
    resolver.resolveException(request, response, null, exception);
  }

  private static JwtAuthenticationConverter roles() {
    JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("role");
    authorities.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }
}
