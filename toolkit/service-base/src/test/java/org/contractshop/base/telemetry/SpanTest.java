package org.contractshop.base.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

final class SpanTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @AfterEach
  void end() {
    Span.of(null, null).end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-03",
        "7f-" + TRACE + "-" + PARENT + "-01-and more"
      })
  void continuesTheTraceOfItsCaller(String traceparent) {
    Span span = Span.of(traceparent, "vendor=1");

    span.begin();

    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.parentId()).isEqualTo(PARENT);
    assertThat(Span.currentTraceparent())
        .isEqualTo("00-" + TRACE + "-" + span.spanId() + "-01")
        .doesNotContain(PARENT);
    assertThat(Span.currentTracestate()).isEqualTo("vendor=1");
    assertThat(MDC.get("traceId")).isEqualTo(TRACE);
  }

  @Test
  void isNotExportedIfItsCallerIsNot() {
    Span span = Span.of("00-" + TRACE + "-" + PARENT + "-00", null);

    span.begin();

    assertThat(span.isSampled()).isFalse();
    assertThat(Span.currentTraceparent()).endsWith("-00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + TRACE + "-" + PARENT,
        "00-" + TRACE + "-" + PARENT + "-01-and more",
        "01-" + TRACE + "-" + PARENT + "-01.and more",
        "ff-" + TRACE + "-" + PARENT + "-01",
        "00-00000000000000000000000000000000-" + PARENT + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
        "00-" + TRACE + "_" + PARENT + "-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473\n-" + PARENT + "-01"
      })
  void beginsATraceInPlaceOfAMalformedOne(String traceparent) {
    Span span = Span.of(traceparent, "vendor=1");

    span.begin();

    assertThat(span.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
    assertThat(span.traceId()).isNotEqualTo(Span.of(traceparent, null).traceId());
    assertThat(span.parentId()).isNull();
    assertThat(Span.currentTracestate()).isNull();
  }

  @Test
  void leavesNothingBehind() {
    Span span = Span.of(null, null);
    span.begin();
    span.end();

    assertThat(Span.current()).isNull();
    assertThat(Span.currentTraceparent()).isNull();
    assertThat(MDC.get("traceId")).isNull();
  }
}
