package org.contractshop.base.admission;

/**
 * Lets the requests of one operation into the service, before anything is done for them: as many as
 * its limiter runs at once and a queue of them. They are counted from here on. A look at the
 * limiter alone would let in all that come while the first of them are still being read, and refuse
 * them later, at many times the cost.
 */
public final class AdmissionGate {
  private final String method;
  private final String path;
  private final AdmissionLimiter limiter;
  private final int queue;
  private final BurstPlaces burst;
  private int inside;

  /**
   * @param path without parameters
   * @param queue how many may be inside for long, beside those that run
   * @param burst how many more may be for a moment; a longer queue that lasts would only delay
   *     everybody
   */
  public AdmissionGate(String method, String path, AdmissionLimiter limiter, int queue, int burst) {
    this.method = method;
    this.path = path;
    this.limiter = limiter;
    this.queue = queue;
    this.burst = new BurstPlaces(burst);
  }

  public boolean isFor(String requestMethod, String requestPath) {
    return path.equals(requestPath) && method.equals(requestMethod);
  }

  /** Returns whether there is room. If so, call {@link #leave} at the end of the request. */
  public synchronized boolean enter() {
    boolean room = inside < limiter.limit() + queue || burst.take();
    if (room) {
      inside++;
    }
    return room;
  }

  public synchronized void leave() {
    inside--;
  }
}
