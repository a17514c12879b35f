package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OperationsTest {
  private final Operations operations =
      Operations.read(new ClassPathResource("META-INF/operations.json"));

  @ParameterizedTest
  @CsvSource({
    "GET,  /open,        /open",
    "HEAD, /open,        /open",
    "GET,  /things/mine, /things/mine",
    "GET,  /things/7,    /things/{id}",
    "GET,  /things/%6d,  /things/{id}"
  })
  void anOperationIsFoundByItsMethodAndTheMostSpecificPath(
      String method, String path, String declared) {
    Operation operation = find(method, path);

    assertThat(operation).isNotNull();
    assertThat(operation.path()).isEqualTo(declared);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,  /open",
    "HEAD, /nowhere",
    "GET,  /open/",
    "GET,  /Open",
    "GET,  /things",
    "GET,  /things/7/parts",
    "GET,  /things/%zz",
    "GET,  /"
  })
  void nothingElseIsFound(String method, String path) {
    assertThat(find(method, path)).isNull();
  }

  @Test
  void aDeprecatedOperationSaysSinceWhenAndUntilWhen() throws Exception {
    MockHttpServletResponse response = deprecation("GET", "/things/7");

    assertThat(response.getHeader("Deprecation")).isEqualTo("@1782777600");
    assertThat(response.getHeader("Sunset")).isEqualTo("Fri, 01 Jan 2027 23:59:59 GMT");
    assertThat(deprecation("HEAD", "/things/7").getHeader("Sunset")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things/mine", "/open", "/nowhere", "/%zz"})
  void otherPathsSayNothing(String path) throws Exception {
    assertThat(deprecation("GET", path).getHeaderNames()).isEmpty();
  }

  @Test
  void otherMethodsOfADeprecatedOperationSayNothing() throws Exception {
    assertThat(deprecation("PUT", "/things/7").getHeaderNames()).isEmpty();
  }

  private @Nullable Operation find(String method, String path) {
    return operations.operation(new MockHttpServletRequest(method, path));
  }

  private MockHttpServletResponse deprecation(String method, String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new DeprecationFilter(operations)
        .doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
    return response;
  }
}
