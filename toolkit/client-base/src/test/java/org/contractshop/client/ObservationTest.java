package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private final List<String> observed = new ArrayList<>();
  private final ObservationRegistry registry = ObservationRegistry.create();

  /** Does what a tracer does. */
  private final class Tracer
      implements ObservationHandler<RequestReplySenderContext<Map<String, String>, ?>> {
    @Override
    public void onStart(RequestReplySenderContext<Map<String, String>, ?> context) {
      context.getSetter().set(context.getCarrier(), "traceparent", "00-1-2-01");
    }

    @Override
    public void onStop(RequestReplySenderContext<Map<String, String>, ?> context) {
      KeyValues keys = context.getLowCardinalityKeyValues();
      observed.add(context.getName() + " " + keys.stream().map(Object::toString).toList());
    }

    @Override
    public boolean supportsContext(Context context) {
      return context instanceof RequestReplySenderContext;
    }
  }

  @Test
  void is_made_of_each_attempt_which_carries_the_trace() throws IOException {
    try (Peer peer = new Peer().returns(503).returns(204, "")) {
      toys(peer.url()).deleteToy();
      assertThat(peer.requests)
          .extracting(it -> it.header("Traceparent"))
          .containsExactly("00-1-2-01", "00-1-2-01");
    }
    assertThat(observed)
        .containsExactly(observation("deleteToy", "503"), observation("deleteToy", "204"));
  }

  @Test
  void has_no_status_without_a_response() {
    assertThat(catchThrowable(() -> toys(BrokenPeer.nobody()).addToy(ToyClient.BALL))).isNotNull();
    assertThat(observed).hasSize(3).containsOnly(observation("addToy", "none"));
  }

  private static String observation(String operation, String status) {
    return "contractshop.client.requests [keyValue(client=toy-client), keyValue(operation=%s), keyValue(status=%s)]"
        .formatted(operation, status);
  }

  private ToyApi toys(String url) {
    registry.observationConfig().observationHandler(new Tracer());
    return ToyClient.of(ClientSettings.of(url).observations(registry), new FakeClock());
  }
}
