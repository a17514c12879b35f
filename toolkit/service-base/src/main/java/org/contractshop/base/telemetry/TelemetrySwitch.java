package org.contractshop.base.telemetry;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Switches telemetry off, for the program that measures its cost. It exists only if {@code
 * management.endpoint.telemetry.access} and the exposure of endpoints say so.
 */
@Endpoint(id = "telemetry")
public final class TelemetrySwitch {
  private static final AtomicBoolean ON = new AtomicBoolean(true);

  public static boolean isOn() {
    return ON.get();
  }

  @WriteOperation
  public void turn(boolean on) {
    ON.set(on);
  }
}
