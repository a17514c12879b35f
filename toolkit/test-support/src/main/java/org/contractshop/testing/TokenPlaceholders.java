package org.contractshop.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the placeholders of contracts with real tokens: {@code Bearer admin-token}, {@code
 * service-token}, {@code expired-token} or {@code user-7-token}. A real token in a contract would
 * expire.
 */
public final class TokenPlaceholders implements Filter {
  private static final Pattern CUSTOMER = Pattern.compile("Bearer user-(\\d+)-token");

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification response,
      FilterContext context) {
    String placeholder = request.getHeaders().getValue("Authorization");
    if (placeholder != null) {
      request.replaceHeader("Authorization", "Bearer " + token(placeholder));
    }
    return context.next(request, response);
  }

  private static String token(String placeholder) {
    Matcher customer = CUSTOMER.matcher(placeholder);
    if (customer.matches()) {
      return TestTokens.customer(Long.parseLong(customer.group(1)));
    }
    return switch (placeholder) {
      case "Bearer admin-token" -> TestTokens.admin();
      case "Bearer service-token" -> TestTokens.service();
      case "Bearer expired-token" -> TestTokens.expired();
      default -> throw new IllegalArgumentException("No token is called " + placeholder);
    };
  }
}
