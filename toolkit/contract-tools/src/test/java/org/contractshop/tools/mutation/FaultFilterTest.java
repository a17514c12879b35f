package org.contractshop.tools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FaultFilterTest {
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @AfterEach
  void removeTheFault() {
    FaultFilter.plant(Mutant.NONE);
  }

  @Test
  void withoutAFaultAnAnswerPassesAsItIs() throws Exception {
    FaultFilter.plant(Mutant.NONE);
    pass();

    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(response.getHeader("Location")).isEqualTo("/orders/7");
    assertThat(response.getContentType()).isEqualTo("application/json");
    assertThat(response.getContentAsString()).isEqualTo("{\"total\":259.90}");
  }

  @Test
  void aFaultReplacesStatusHeadersAndBody() throws Exception {
    FaultFilter.plant(
        Mutant.ofResponse(
            Fault.NO_BODY,
            "all",
            answer ->
                answer
                    .withStatus(500)
                    .withoutHeader("Location")
                    .withHeader(ObservedResponse.CONTENT_TYPE, "text/plain")
                    .withBody(null)));
    pass();

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getHeader("Location")).isNull();
    assertThat(response.getContentType()).isEqualTo("text/plain");
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(FaultFilter.sent()).extracting(ObservedResponse::status).containsExactly(500);
  }

  @Test
  void aBodyThatNoCallerGetsIsNone() throws Exception {
    new FaultFilter()
        .doFilter(
            request,
            response,
            (ignored, answer) -> {
              ((HttpServletResponse) answer).setStatus(304);
              answer.setContentType("application/json");
              answer.getOutputStream().write("[]".getBytes());
            });

    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(FaultFilter.sent()).containsExactly(new ObservedResponse(304, Map.of(), null));
  }

  @Test
  void aFaultOfTheServiceHidesPartOfTheRequest() throws Exception {
    request.addHeader("Idempotency-Key", "a-key");
    request.setQueryString("limit=2");
    request.addParameter("limit", "2");

    assertThat(seen(it -> OtherRequest.withHeader(it, "idempotency-key", null)))
        .isEqualTo("null 2");
    assertThat(seen(OtherRequest::withoutQuery)).isEqualTo("a-key null");
    assertThat(seen(it -> OtherRequest.withHeader(it, "Idempotency-Key", "other")))
        .isEqualTo("other 2");
  }

  private String seen(UnaryOperator<HttpServletRequest> fault) {
    HttpServletRequest changed = fault.apply(request);
    return changed.getHeader("Idempotency-Key") + " " + changed.getParameter("limit");
  }

  private void pass() throws Exception {
    FilterChain service =
        (ignored, answer) -> {
          HttpServletResponse created = (HttpServletResponse) answer;
          created.setStatus(201);
          created.setHeader("Location", "/orders/7");
          created.setContentType("application/json");
          created.getOutputStream().write("{\"total\":259.90}".getBytes());
        };
    new FaultFilter().doFilter(request, response, service);
  }
}
