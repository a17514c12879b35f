package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortsTest {
  @Test
  void freePortsAreDifferentAndFree() {
    List<Integer> ports = Ports.free(3);

    assertThat(ports).hasSize(3).doesNotHaveDuplicates().allMatch(Ports::isFree);
  }

  @Test
  void noOutgoingConnectionTakesAFreePort() {
    assertThat(Ports.free(100)).allMatch(port -> port < 32_768);
  }

  @Test
  void noPortIsGivenTwice() {
    assertThat(Ports.free(100)).doesNotContainAnyElementsOf(Ports.free(100));
  }

  @Test
  void aPortIsTakenWhileAProgramListensOnAllAddresses() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void aPortIsTakenWhileAProgramListensOnIpv6Only() throws IOException {
    InetAddress loopback = InetAddress.getByName("::1");
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    } catch (BindException e) {
      abort("This machine has no IPv6");
    }
  }

  @Test
  void aPortIsTakenWhileAProgramListensOnLocalhostOnly() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }
}
