package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DeprecationsTest {
  private static final String SPEC =
      """
      paths:
        /users/me:
          get:
            operationId: getCurrentUser
        /users/{id}:
          parameters:
            - name: id
          get:
            operationId: getUser
            deprecated: true
            x-deprecated-since: '2026-06-30'
            x-sunset: '2027-01-01'
          put:
            operationId: changeUser
      """;

  private final Deprecations deprecations = Deprecations.of(resource(SPEC));

  @Test
  void aDeprecatedOperationSaysSinceWhenAndHowLong() {
    assertThat(deprecations.isEmpty()).isFalse();
    assertThat(deprecations.headers("GET", "/users/7"))
        .isEqualTo(Map.of("Deprecation", "@1782777600", "Sunset", "Fri, 01 Jan 2027 23:59:59 GMT"));
  }

  @Test
  void askingForTheHeadersOnlySaysTheSame() {
    assertThat(deprecations.headers("HEAD", "/users/7")).hasSize(2);
  }

  @Test
  void otherOperationsOfThePathSayNothing() {
    assertThat(deprecations.headers("PUT", "/users/7")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/me", "/users", "/users/7/orders", "/", "/%zz"})
  void otherPathsSayNothing(String path) {
    assertThat(deprecations.headers("GET", path)).isEmpty();
  }

  @Test
  void theHeadersAreThereBeforeAnyoneAnswers() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();

    new DeprecationFilter(deprecations)
        .doFilter(new MockHttpServletRequest("GET", "/users/7"), response, new MockFilterChain());

    assertThat(response.getHeaderNames()).containsExactlyInAnyOrder("Deprecation", "Sunset");
  }

  @Test
  void aServiceWithoutDeprecatedOperationsHasNoFilter() {
    assertThat(registered(SPEC).isEnabled()).isTrue();
    assertThat(registered(SPEC.replace("deprecated: true", "deprecated: false")).isEnabled())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-service", "product-service", "order-service"})
  void theSpecsAreOnTheClassPath(String service) {
    Deprecations ofService = Deprecations.of(new ClassPathResource("openapi/" + service + ".yaml"));

    assertThat(ofService.headers("GET", "/health")).isEmpty();
  }

  private static FilterRegistrationBean<DeprecationFilter> registered(String spec) {
    return new ServiceBaseConfiguration().deprecation(resource(spec));
  }

  private static Resource resource(String spec) {
    return new ByteArrayResource(spec.getBytes(StandardCharsets.UTF_8));
  }
}
