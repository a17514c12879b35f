package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;

class PagingTest {
  @BeforeEach
  void aListIsRequested() throws NoSuchMethodException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/products");
    request.setParameter("category", "caf\u00e9 & bar");
    request.setParameter("limit", "2");
    request.setParameter("after", "MQ");
    request.setParameter("unknown", "x=a=b");
    new ExactParameters().preHandle(request, new MockHttpServletResponse(), list());
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void theRequestIsOver() {
    RequestContextHolder.resetRequestAttributes();
  }

  private static HandlerMethod list() throws NoSuchMethodException {
    return new HandlerMethod(
        new PagingTest(),
        PagingTest.class.getDeclaredMethod("list", String.class, Integer.class, String.class));
  }

  void list(
      @RequestParam("category") String category,
      @RequestParam("limit") Integer limit,
      @RequestParam("after") String after) {}

  @Test
  void startsWhereTheListStartsWithoutACursor() {
    assertThat(Paging.key(null, 42)).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 9_007_199_254_740_991L, Long.MAX_VALUE, Long.MIN_VALUE})
  void continuesAfterTheLastElementOfThePageBefore(long last) {
    ResponseEntity<List<Long>> page = page(List.of(last, 5L), 1);

    assertThat(page.getBody()).containsExactly(last);
    assertThat(Paging.key(cursor(page), -1)).isEqualTo(last);
  }

  @Test
  void linksToTheNextPageWithTheParametersThatTheListDeclares() {
    assertThat(link(page(List.of(2L, 3L, 4L), 2)))
        .isEqualTo("<?category=caf%C3%A9%20%26%20bar&limit=2&after=Mw>; rel=\"next\"");
  }

  @Test
  void linksNowhereOnTheLastPage() {
    assertThat(link(page(List.of(2L, 3L), 2))).isNull();
    assertThat(link(page(List.of(), 2))).isNull();
  }

  @Test
  void answersTheElementsInTheirOrderWithoutTheOneThatShowsThereAreMore() {
    List<Long> found = LongStream.iterate(9, key -> key - 1).limit(4).boxed().toList();

    assertThat(page(found, 3).getBody()).containsExactly(9L, 8L, 7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "!", "MQ==x", "bm90IGEgbnVtYmVy", "MS41", "LTEgT1IgMQ", "ü"})
  void refusesACursorThatIsNoneOfOurs(String cursor) {
    assertThatThrownBy(() -> Paging.key(cursor, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("after is not a cursor of this list");
  }

  @Test
  void refusesACursorBeyondTheRangeOfKeys() {
    String tooLarge = "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"; // 999999999999999999999

    assertThatThrownBy(() -> Paging.key(tooLarge, 0)).isInstanceOf(InvalidInputException.class);
  }

  private static ResponseEntity<List<Long>> page(List<Long> found, int limit) {
    return Paging.page(found, limit, Long::longValue, key -> key);
  }

  private static @Nullable String link(ResponseEntity<?> page) {
    return page.getHeaders().getFirst("Link");
  }

  private static String cursor(ResponseEntity<?> page) {
    Matcher link = Pattern.compile("after=([A-Za-z0-9_-]{1,64})>").matcher(link(page));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
