package org.contractshop.base;

import org.contractshop.client.ClientException;
import org.contractshop.client.ProblemException;
import org.springframework.util.ClassUtils;

/** What the exceptions of clients say about the services that were called. */
final class PeerFailures {
  /** A service that calls nobody has no clients on its class path. */
  private static final boolean HAS_CLIENTS =
      ClassUtils.isPresent(
          "org.contractshop.client.ClientException", PeerFailures.class.getClassLoader());

  private PeerFailures() {}

  /** Not if the peer refuses: whatever the service does not expect of that is a bug of its own. */
  static boolean isOutage(Exception exception) {
    return HAS_CLIENTS
        && exception instanceof ClientException
        && !(exception instanceof ProblemException problem && problem.status() < 500);
  }

  static boolean isOutcomeUnknown(Exception exception) {
    return exception instanceof ClientException failure && failure.outcomeUnknown();
  }
}
