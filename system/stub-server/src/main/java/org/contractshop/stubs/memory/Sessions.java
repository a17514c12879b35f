package org.contractshop.stubs.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memories, one set per session. Sessions do not see each other; one that is not used for a
 * long time is forgotten.
 */
public final class Sessions {
  private static final int MOST = 500;

  private final Seed seed;
  private final Map<String, Map<String, Memory>> memories = new LinkedHashMap<>(16, 0.75f, true);

  private Sessions(Seed seed) {
    this.seed = seed;
  }

  /**
   * @param stubs those of all services, by name; they must not be in use yet
   */
  public static Sessions of(Map<String, StubSource> stubs) {
    return new Sessions(Seed.of(stubs));
  }

  /** Empty if the stub's own response stands. */
  synchronized Optional<Reply> reply(String service, String session, Call call) {
    Memory memory = memories.computeIfAbsent(session, name -> seed.memories()).get(service);
    if (memories.size() > MOST) {
      memories.remove(memories.keySet().iterator().next());
    }
    try {
      return memory == null ? Optional.empty() : memory.reply(call);
    } catch (UnknownCallerException exception) {
      return Optional.of(unauthenticated(call));
    }
  }

  public synchronized void reset(String session) {
    memories.remove(session);
  }

  public synchronized void resetAll() {
    memories.clear();
  }

  private static Reply unauthenticated(Call call) {
    Reply reply =
        Reply.problem(
            call,
            401,
            "unauthenticated",
            "Unauthenticated",
            "Log in again for a new token.",
            "Invalid or expired token");
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return new Reply(401, headers, reply.body());
  }
}
