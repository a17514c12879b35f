package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "</n>; rel=\"next\"",
        "</n>;rel=next",
        "</n> ; title=\"a, <b>; rel=\\\"prev\\\"\" ; REL = NEXT",
        "</p>; rel=\"prev\", </n>; rel=\"next\"",
        "</p>; rel=prev;, ,</n>; crossorigin; rel=\"last next\"",
        "</n>; rel=next; rel=prev",
        "</p,q;r>; rel=\"prev\"; title*=UTF-8''x, </n>; rel=next"
      })
  void finds_the_next_page(String header) {
    assertThat(LinkHeader.next(List.of(header))).isEqualTo("/n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "next",
        "</n>",
        "</n>; rel",
        "</n>; rel=\"next",
        "</n>; rel=nextone",
        "</n>; rel=prev; rel=next",
        "</n>; rel=next; anchor=\"/other\"",
        "</n>; title=\"rel=next\""
      })
  void finds_none(String header) {
    assertThat(LinkHeader.next(List.of(header))).isNull();
  }

  @Test
  void looks_at_all_headers() {
    assertThat(LinkHeader.next(List.of("</p>; rel=prev", "</n>; rel=next"))).isEqualTo("/n");
    assertThat(LinkHeader.next(List.of())).isNull();
  }
}
