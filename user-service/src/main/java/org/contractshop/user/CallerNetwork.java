package org.contractshop.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a caller comes from, as far as one caller cannot choose it anew for each request. */
final class CallerNetwork {
  private static final int PREFIX_BYTES = 8;

  private CallerNetwork() {}

  /** An IPv4 address, or the 64 bits of an IPv6 address behind which all belong to one customer. */
  static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address); // no name has a colon: nothing is asked
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException exception) {
      return address;
    }
  }
}
