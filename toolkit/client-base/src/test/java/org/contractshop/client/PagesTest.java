package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @AutoClose private final Peer peer = new Peer();

  @Test
  void reads_all_pages() {
    page("[\"a\",\"b\"]", "</names?after=2>; rel=\"next\"");
    page("[]", "<?after=3>; rel=\"next\"");
    peer.returns(200, "[\"c\"]");
    assertThat(Pages.stream(names())).containsExactly("a", "b", "c");
    assertThat(peer.requests)
        .extracting(Peer.Request::uri)
        .containsExactly("/names", "/names?after=2", "/names?after=3");
  }

  @Test
  void reads_a_page_when_it_is_needed() {
    page("[\"a\",\"b\"]", "</names?after=2>; rel=next");
    peer.returns(200, "[\"c\"]");
    List<String> first = names();
    assertThat(Pages.stream(first).limit(2)).containsExactly("a", "b");
    Iterator<String> names = Pages.stream(first).iterator();
    names.next();
    names.next();
    assertThat(peer.requests).hasSize(1);
    assertThat(names.next()).isEqualTo("c");
    assertThat(peer.requests).hasSize(2);
  }

  @Test
  void repeats_and_authorizes_the_request_for_each_page() {
    page("[\"a\"]", "</names?after=2>; rel=next");
    peer.returns(503).returns(200, "[\"b\"]");
    ToyApi toys = ToyClient.of(ClientSettings.of(peer.url()).token(() -> "token"), new FakeClock());
    assertThat(Pages.stream(toys.listNames())).containsExactly("a", "b");
    assertThat(peer.requests)
        .extracting(request -> request.header("Authorization"))
        .containsExactly("Bearer token", "Bearer token", "Bearer token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/names",
        "//example.com/names",
        "https://localhost/names",
        "http://localhost:1/names"
      })
  void does_not_follow_a_link_to_another_origin(String link) {
    page("[\"a\"]", "<" + link + ">; rel=\"next\"");
    assertThatThrownBy(() -> Pages.stream(names()).toList())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("links to a next page at another origin: http");
    assertThat(peer.requests).hasSize(1);
  }

  @Test
  void does_not_follow_what_is_no_link() {
    page("[\"a\"]", "<:///>; rel=\"next\"");
    assertThatThrownBy(() -> Pages.stream(names()).toList())
        .isInstanceOf(ClientException.class)
        .hasMessageEndingWith("links to a next page that is no URL");
  }

  @Test
  void does_not_go_round_in_circles() {
    page("[\"a\"]", "</names?after=2>; rel=\"next\"");
    page("[\"b\"]", "</names>; rel=\"next\"");
    assertThatThrownBy(() -> Pages.stream(names()).limit(10).toList())
        .isInstanceOf(ClientException.class)
        .hasMessageEndingWith("/names is linked as its own successor");
  }

  @Test
  void takes_any_other_list_as_it_is() {
    assertThat(Pages.stream(List.of(1, 2))).containsExactly(1, 2);
  }

  private void page(String body, String link) {
    peer.returns(200, body, Map.of("Link", link));
  }

  private List<String> names() {
    return ToyClient.of(ClientSettings.of(peer.url()), new FakeClock()).listNames();
  }
}
