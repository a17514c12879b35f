package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class RequestBodyFilterTest {
  private static final int LIMIT = 64 * 1024;

  private final AtomicReference<Exception> refusal = new AtomicReference<>();
  private final AtomicInteger read = new AtomicInteger(-1);
  private final RequestBodyFilter filter =
      new RequestBodyFilter(
          (request, response, handler, exception) -> {
            refusal.set(exception);
            return new ModelAndView();
          },
          new BodyWaits(2));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT})
  void letsABodyUpToTheLimitPass(int length) throws Exception {
    pass(announced(length), all());
    assertThat(read).hasValue(length);

    pass(chunked(length), all());
    assertThat(read).hasValue(length);
    assertThat(refusal).hasNullValue();
  }

  @Test
  void refusesALargerBodyBeforeAnythingReadsIt() throws Exception {
    pass(announced(LIMIT + 1), all());

    assertThat(read).hasValue(-1);
    assertThat(refusal.get()).hasMessage("The body is larger than 65536 bytes.");
  }

  @Test
  void stopsReadingABodyOfUnknownLengthAtTheLimit() {
    assertThatThrownBy(() -> pass(chunked(10 * LIMIT), all()))
        .isInstanceOf(BodyTooLargeException.class);

    assertThat(read.get()).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void countsSingleBytesToo() {
    assertThatThrownBy(() -> pass(chunked(LIMIT + 1), oneByOne()))
        .isInstanceOf(BodyTooLargeException.class);

    assertThat(read).hasValue(LIMIT);
  }

  @Test
  void doesNotCountTheEndOfABody() throws Exception {
    pass(chunked(LIMIT), oneByOne());

    assertThat(read).hasValue(LIMIT);
  }

  private void pass(MockHttpServletRequest request, FilterChain service)
      throws ServletException, IOException {
    filter.doFilter(request, new MockHttpServletResponse(), service);
  }

  private FilterChain all() {
    return (request, response) -> {
      InputStream body = request.getInputStream();
      read.set(0);
      byte[] buffer = new byte[1000];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read.addAndGet(count);
      }
    };
  }

  private FilterChain oneByOne() {
    return (request, response) -> {
      InputStream body = request.getInputStream();
      read.set(0);
      while (body.read() >= 0) {
        read.incrementAndGet();
      }
    };
  }

  private static MockHttpServletRequest announced(int length) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setAttribute(BodyStream.CUT, (Runnable) () -> {});
    request.setContent(new byte[length]);
    return request;
  }

  private static MockHttpServletRequest chunked(int length) {
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", "/") {
          @Override
          public int getContentLength() {
            return -1;
          }

          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setAttribute(BodyStream.CUT, (Runnable) () -> {});
    request.addHeader("Transfer-Encoding", "chunked");
    request.setContent(new byte[length]);
    return request;
  }
}
