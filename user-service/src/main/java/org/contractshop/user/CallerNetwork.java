package org.contractshop.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network of a caller, as far as the caller cannot choose a new one for each request. */
final class CallerNetwork {
  private static final int PREFIX_BYTES = 8;

  private CallerNetwork() {}

  /** An IPv4 address, or the first 64 bits of an IPv6 address, which belong to one customer. */
  static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address); // has a colon, so no DNS lookup
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException exception) {
      return address;
    }
  }
}
