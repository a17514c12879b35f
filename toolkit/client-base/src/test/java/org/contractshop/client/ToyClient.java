package org.contractshop.client;

import java.math.BigDecimal;
import java.util.Map;

/** A client such as the build writes, with a time and a chance that the tests set. */
final class ToyClient extends ShopClient {
  static final ClientIdentity IDENTITY =
      new ClientIdentity("toy-client", "toy-service", "1.2.0", "1a2b3c4d5e6f");
  static final Toy BALL = new Toy(1, "Ball", new BigDecimal("9.90"));
  static final String BALL_JSON = "{\"id\":1,\"name\":\"Ball\",\"price\":9.90}";

  private final ToyApi toys = api(ToyApi.class);

  private ToyClient(ClientSettings settings, ClientClock clock) {
    super(IDENTITY, Map.of("urn:problem-type:toy-lost", ToyLostException::new), settings, clock);
  }

  static ToyApi of(ClientSettings settings, ClientClock clock) {
    return new ToyClient(settings, clock).toys;
  }

  static final class ToyLostException extends ProblemException {
    ToyLostException(ProblemResponse response) {
      super(response);
    }
  }
}
