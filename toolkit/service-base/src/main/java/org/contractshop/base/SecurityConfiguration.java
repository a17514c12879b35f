package org.contractshop.base;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The spec says who may call what ({@code x-roles}). The chains contain only filters that have
 * something to do: an open operation passes none at all and reads no token, so that a caller who
 * sends an expired one with every request can still browse and log in.
 */
@AutoConfiguration
@ConditionalOnWebApplication
class SecurityConfiguration {
  private static final int ORDER = -100;

  /**
   * Open paths besides the operations of the spec: health probes and the files of the API docs
   * page.
   */
  private static final Set<String> PUBLIC =
      Set.of("/livez", "/readyz", "/docs", "/openapi.yaml", "/common.yaml");

  @Bean
  Operations operations(@Value("classpath:META-INF/operations.json") Resource file) {
    return Operations.read(file);
  }

  @Bean
  FilterRegistrationBean<FilterChainProxy> security(
      Operations operations,
      JwtDecoder decoder,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    FilterRegistrationBean<FilterChainProxy> filter =
        new FilterRegistrationBean<>(
            new FilterChainProxy(
                List.of(
                    new DefaultSecurityFilterChain(request -> isOpen(request, operations)),
                    new DefaultSecurityFilterChain(
                        request -> operations.operation(request) != null,
                        authentication(decoder, unauthenticated(problems)),
                        refusals(problems),
                        new AuthorizationFilter(
                            (caller, request) -> decide(caller, operations.operation(request)))),
                    new DefaultSecurityFilterChain(
                        request -> true, new UndeclaredRequestFilter(operations, problems)))));
    filter.setOrder(ORDER);
    return filter;
  }

  /**
   * Before the security filters, whose refusals are responses too; absent if nothing is deprecated.
   */
  @Bean
  FilterRegistrationBean<DeprecationFilter> deprecation(Operations operations) {
    FilterRegistrationBean<DeprecationFilter> filter =
        new FilterRegistrationBean<>(new DeprecationFilter(operations));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    filter.setEnabled(operations.stream().anyMatch(Operation::isDeprecated));
    return filter;
  }

  private static boolean isOpen(HttpServletRequest request, Operations operations) {
    Operation operation = operations.operation(request);
    String path = request.getRequestURI();
    return operation == null
        ? PUBLIC.contains(path) || path.startsWith("/docs/")
        : operation.isOpen();
  }

  /**
   * Public responses may be cached as their controllers say; all others are for the caller alone.
   * Before all filters that refuse, because refusals are responses too.
   */
  @Bean
  FilterRegistrationBean<HeaderWriterFilter> headers(Operations operations) {
    HeaderWriterFilter writer =
        new HeaderWriterFilter(
            List.of(
                (request, response) -> {
                  response.setHeader("X-Content-Type-Options", "nosniff");
                  boolean read = Set.of("GET", "HEAD").contains(request.getMethod());
                  if (!read || !isOpen(request, operations)) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                  }
                }));
    writer.setShouldWriteHeadersEagerly(true);
    FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(writer);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  private static AuthorizationDecision decide(
      Supplier<? extends Authentication> caller, @Nullable Operation operation) {
    Set<String> roles = AuthorityUtils.authorityListToSet(caller.get().getAuthorities());
    return new AuthorizationDecision(
        operation != null && operation.roles().stream().anyMatch(roles::contains));
  }

  private static Filter authentication(JwtDecoder decoder, AuthenticationEntryPoint problems) {
    JwtGrantedAuthoritiesConverter role = new JwtGrantedAuthoritiesConverter();
    role.setAuthoritiesClaimName("role");
    role.setAuthorityPrefix("");
    JwtAuthenticationConverter token = new JwtAuthenticationConverter();
    token.setJwtGrantedAuthoritiesConverter(role);
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
    provider.setJwtAuthenticationConverter(token);
    BearerTokenAuthenticationConverter header = new BearerTokenAuthenticationConverter();
    header.setBearerTokenResolver(new SingleBearerToken());
    BearerTokenAuthenticationFilter filter =
        new BearerTokenAuthenticationFilter(new ProviderManager(provider), header);
    filter.setAuthenticationEntryPoint(problems);
    // By default, a failure that is not the caller's fault would leave the filter chain unhandled.
    filter.setAuthenticationFailureHandler(problems::commence);
    return filter;
  }

  private static AuthenticationEntryPoint unauthenticated(HandlerExceptionResolver problems) {
    return (request, response, exception) ->
        problems.resolveException(request, response, null, exception);
  }

  private static Filter refusals(HandlerExceptionResolver problems) {
    ExceptionTranslationFilter filter =
        new ExceptionTranslationFilter(unauthenticated(problems), new NullRequestCache());
    filter.setAccessDeniedHandler(
        (request, response, exception) ->
            problems.resolveException(request, response, null, exception));
    return filter;
  }
}
