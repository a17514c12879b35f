package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.util.List;
import org.contractshop.base.admission.AdmissionGate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdmissionFilterTest {
  private final AdmissionGate gate = new AdmissionGate("POST", "/orders", 1, 0, 1);
  private final AdmissionFilter filter = new AdmissionFilter(List.of(gate));

  @Test
  void whatFindsAPlacePassesAndLeavesIt() throws Exception {
    assertThat(isRefused("POST", "/orders")).isFalse();
    assertThat(isRefused("POST", "/orders")).isFalse();
  }

  @Test
  void whatFailsLeavesItsPlaceToo() throws Exception {
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    new MockHttpServletRequest("POST", "/orders"),
                    new MockHttpServletResponse(),
                    (request, response) -> {
                      throw new ServletException("failed");
                    }))
        .hasMessage("failed");

    assertThat(isRefused("POST", "/orders")).isFalse();
  }

  @Test
  void whatFindsNoneIsToldThatNothingWasDoneAndWhenToComeBack() throws Exception {
    occupy();
    MockHttpServletResponse response = send("POST", "/orders");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(response.getContentAsString());
    assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:unavailable");
    assertThat(problem.get("status").asInt()).isEqualTo(503);
    assertThat(problem.get("detail").asString()).contains("Nothing was done");
    assertThat(problem.get("error").asString()).isNotEmpty();
    assertThat(problem.get("instance").asString()).isEqualTo("/orders");
  }

  @Test
  void everythingElsePassesAnyway() throws Exception {
    occupy();

    assertThat(isRefused("GET", "/orders")).isFalse();
    assertThat(isRefused("POST", "/orders/1/cancel")).isFalse();
  }

  private void occupy() {
    assertThat(gate.enter()).isTrue();
  }

  private boolean isRefused(String method, String path) throws Exception {
    return send(method, path).getStatus() == 503;
  }

  private MockHttpServletResponse send(String method, String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
    return response;
  }
}
