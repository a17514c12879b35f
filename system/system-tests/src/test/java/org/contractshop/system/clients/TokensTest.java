package org.contractshop.system.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.UnauthenticatedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
  @ParameterizedTest
  @EnumSource
  void send_the_token_exactly_where_the_spec_asks_for_it(PublishedClient client)
      throws IOException {
    Map<String, Boolean> sent = new TreeMap<>();
    try (FakeService service =
        new FakeService().answersProblem(401, "urn:problem-type:unauthenticated")) {
      List<Object> apis = client.apis(ClientSettings.of(service.url()).token(() -> "token"));
      for (int i = 0; i < apis.size(); i++) {
        for (Method method : client.interfaces().get(i).getMethods()) {
          Object api = apis.get(i);
          service.requests.clear();
          assertThat(catchThrowable(() -> AnyOperation.call(api, method)))
              .isInstanceOf(UnauthenticatedException.class);
          sent.put(method.getName(), service.requests.get(0).containsKey("Authorization"));
        }
      }
    }
    assertThat(sent).isEqualTo(asked(client));
  }

  /** By operation id. */
  private static Map<String, Boolean> asked(PublishedClient client) {
    Map<String, Boolean> asked = new TreeMap<>();
    client.service().operations().forEach(it -> asked.put(it.id(), it.isSecured()));
    return asked;
  }
}
