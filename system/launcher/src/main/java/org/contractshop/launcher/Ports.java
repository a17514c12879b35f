package org.contractshop.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
  private static final int LOWEST = 10_000;

  /** The first port that Linux uses for outgoing connections. */
  private static final int HIGHEST = 32_768;

  /** Ports reserved by this process, which may not have bound them yet. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  static boolean isFree(int port) {
    // Both, because some systems let a socket for all addresses coexist with one for localhost.
    return canBind(port, null) && canBind(port, InetAddress.getLoopbackAddress());
  }

  /**
   * Distinct ports that are free now. No outgoing connection can take them before they are used,
   * since the kernel gives those higher ports (RFC 6335, section 6); another program might.
   */
  public static List<Integer> free(int count) {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .filter(GIVEN::add)
        .filter(Ports::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean canBind(int port, InetAddress address) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
