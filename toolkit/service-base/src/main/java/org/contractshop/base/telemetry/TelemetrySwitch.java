package org.contractshop.base.telemetry;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Switches off whatever looks at requests, for the program that measures what it costs. Is not
 * there unless {@code management.endpoint.telemetry.access} and the exposure of endpoints say so.
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
