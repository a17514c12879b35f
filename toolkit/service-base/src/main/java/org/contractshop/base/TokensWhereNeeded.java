package org.contractshop.base;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Reads a token only where an operation needs one. Otherwise a caller who sends the token along
 * with every request could neither browse nor log in again after it expired.
 */
final class TokensWhereNeeded
    implements BearerTokenResolver, ObjectPostProcessor<AuthorizationFilter> {
  private static final Authentication NOBODY =
      new AnonymousAuthenticationToken(
          "nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

  private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();
  private @Nullable AuthorizationFilter rules;

  /** Learns the rules of the service's operations, which thus stand in one place. */
  @Override
  public <F extends AuthorizationFilter> F postProcess(F filter) {
    rules = filter;
    return filter;
  }

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    return isOpen(request) ? null : tokens.resolve(request);
  }

  private boolean isOpen(HttpServletRequest request) {
    if (rules == null) {
      return false;
    }
    AuthorizationResult result = rules.getAuthorizationManager().authorize(() -> NOBODY, request);
    return result != null && result.isGranted();
  }
}
