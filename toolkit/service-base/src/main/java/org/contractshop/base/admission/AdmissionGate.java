package org.contractshop.base.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Admits the requests of one operation before any work is done for them. A burst finds more room
 * than usual, and waits inside. After a refusal there is less room, until nothing has been refused
 * for a second: during a lasting overload, a long queue only delays everybody, and too much
 * concurrent work takes processor time from the refusals.
 */
public final class AdmissionGate {
  private static final Duration CALM = Duration.ofSeconds(1);

  private final String method;
  private final String path;
  private final int usual;
  private final int inOverload;
  private final BurstPlaces burst;
  private final LongSupplier nanoTime;
  private int inside;
  private long lastRefusal;

  /**
   * @param path without parameters
   * @param usual how many may be inside concurrently
   * @param burst how many more may be inside for a moment
   * @param inOverload how many may be inside after a refusal; about as many as keep the service
   *     busy
   */
  public AdmissionGate(String method, String path, int usual, int burst, int inOverload) {
    this(method, path, usual, burst, inOverload, System::nanoTime);
  }

  AdmissionGate(
      String method, String path, int usual, int burst, int inOverload, LongSupplier nanoTime) {
    this.method = method;
    this.path = path;
    this.usual = usual;
    this.inOverload = inOverload;
    this.burst = new BurstPlaces(burst, nanoTime);
    this.nanoTime = nanoTime;
    this.lastRefusal = nanoTime.getAsLong() - CALM.toNanos() - 1;
  }

  public boolean isFor(String requestMethod, String requestPath) {
    return path.equals(requestPath) && method.equals(requestMethod);
  }

  /** Returns whether there is room. If so, call {@link #leave} at the end of the request. */
  public synchronized boolean enter() {
    long now = nanoTime.getAsLong();
    boolean overloaded = now - lastRefusal <= CALM.toNanos();
    if (overloaded ? inside < inOverload : inside < usual || burst.take()) {
      inside++;
      return true;
    }
    lastRefusal = now;
    return false;
  }

  public synchronized void leave() {
    inside--;
  }
}
