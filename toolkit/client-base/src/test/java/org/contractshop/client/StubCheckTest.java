package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubCheckTest {
  private static final Logger LOG = Logger.getLogger("org.contractshop.client");

  private final Lines lines = new Lines();
  @AutoClose private final Peer peer = new Peer();

  private static final class Lines extends Handler {
    final List<String> told = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      told.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(lines);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(lines);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void tells_once_of_a_stub_of_another_spec() {
    stub("toy-service/1.3.0 spec/5e6f70819203");
    ToyApi toys = toys();
    assertThat(toys.getToy("1")).isEqualTo(ToyClient.BALL);
    toys.getToy("1");
    assertThat(lines.told)
        .containsExactly(
            "toy-client was built against toy-service 1.2.0 (spec 1a2b3c4d5e6f), but the stub that"
                + " answers is of toy-service 1.3.0 (spec 5e6f70819203). Use the stubs of"
                + " toy-service 1.2.0, or the client of toy-service 1.3.0.");
  }

  @Test
  void tells_of_another_spec_with_the_same_version() {
    stub("toy-service/1.2.0 spec/5e6f70819203");
    toys().getToy("1");
    assertThat(lines.told)
        .singleElement()
        .asString()
        .contains("(spec 1a2b3c4d5e6f)", "(spec 5e6f70819203)", "take both from the same build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toy-service/2.0.0 spec/5e6f70819203",
        "toy-service/11.2.0 spec/5e6f70819203",
        "order-service/1.2.0 spec/5e6f70819203"
      })
  void refuses_a_stub_of_another_major_version_or_service(String identity) {
    stub(identity);
    assertThatThrownBy(() -> toys().getToy("1"))
        .isInstanceOf(StubMismatchException.class)
        .hasMessageContaining("toy-service 1.2.0 (spec 1a2b3c4d5e6f)")
        .hasMessageContaining(
            identity.replace('/', ' ').replaceAll(" spec.*", " (spec 5e6f70819203)"));
    assertThat(peer.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy-service/1.2.0 spec/1a2b3c4d5e6f", "", "something else"})
  void says_nothing_else(String identity) {
    stub(identity);
    toys().getToy("1");
    assertThat(lines.told).isEmpty();
  }

  private void stub(String identity) {
    peer.returns(200, ToyClient.BALL_JSON, Map.of("Stub-Spec", identity));
  }

  private ToyApi toys() {
    return ToyClient.of(ClientSettings.of(peer.url()), new FakeClock());
  }
}
