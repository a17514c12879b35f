package org.contractshop.base.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestDeadlineTest {
  private static final Duration MOST = Duration.ofSeconds(50);

  @AfterEach
  void endTheRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void isWhatTheCallerGrants() {
    theCallerWaits("20000");

    assertThat(RequestDeadline.within(MOST).remaining())
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
  }

  @Test
  void isOverIfTheCallerDoesNotWait() {
    theCallerWaits("0");

    assertThat(RequestDeadline.within(MOST).isOver()).isTrue();
    assertThat(RequestDeadline.within(MOST).remaining()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100000", "", "soon", "-5", "1.5", "99999999999999999999"})
  void isNotLaterThanTheServiceWants(String millis) {
    theCallerWaits(millis);

    assertThat(RequestDeadline.within(MOST).remaining()).isBetween(Duration.ofSeconds(21), MOST);
  }

  @Test
  void isTheServicesOwnWithoutARequest() {
    assertThat(RequestDeadline.within(MOST).remaining()).isBetween(Duration.ofSeconds(21), MOST);
  }

  static void theCallerWaits(String millis) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader(RequestDeadline.HEADER, millis);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
