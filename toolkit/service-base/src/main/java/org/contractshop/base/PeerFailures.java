package org.contractshop.base;

import org.contractshop.client.ClientException;
import org.contractshop.client.ProblemException;
import org.springframework.util.ClassUtils;

/** Tells from the exceptions of clients what happened at the services they called. */
final class PeerFailures {
  /** A service that calls nobody has no clients on its class path. */
  private static final boolean HAS_CLIENTS =
      ClassUtils.isPresent(
          "org.contractshop.client.ClientException", PeerFailures.class.getClassLoader());

  private PeerFailures() {}

  /** False if the peer refuses: a refusal that the service does not expect is its own bug. */
  static boolean isOutage(Exception exception) {
    return HAS_CLIENTS
        && exception instanceof ClientException
        && !(exception instanceof ProblemException problem && problem.status() < 500);
  }

  static boolean isOutcomeUnknown(Exception exception) {
    return exception instanceof ClientException failure && failure.outcomeUnknown();
  }
}
