package org.contractshop.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Notices a stub made from a different spec than the client. Services send no such header. */
final class StubCheck {
  private static final Pattern STUB =
      Pattern.compile("(?<service>[\\w-]+)/(?<version>[\\w.-]+) spec/(?<hash>\\w+)");
  private static final Logger log = System.getLogger("org.contractshop.client");

  private final ClientIdentity client;
  private final AtomicBoolean told = new AtomicBoolean();

  StubCheck(ClientIdentity client) {
    this.client = client;
  }

  /**
   * @throws StubMismatchException if the responses of the stub cannot be relied on
   */
  void check(HttpHeaders response) {
    String header = response.getFirst("Stub-Spec");
    if (header == null) {
      return;
    }
    Matcher stub = STUB.matcher(header.strip());
    if (!stub.matches() || isOurs(stub)) {
      return;
    }
    if (!stub.group("service").equals(client.service())
        || !major(stub.group("version")).equals(major(client.apiVersion()))) {
      throw new StubMismatchException(message(stub));
    }
    if (told.compareAndSet(false, true)) {
      log.log(Level.WARNING, message(stub));
    }
  }

  private boolean isOurs(Matcher stub) {
    return stub.group("service").equals(client.service())
        && stub.group("version").equals(client.apiVersion())
        && stub.group("hash").equals(client.specHash());
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }

  private String message(Matcher stub) {
    return ("%s was built against %s %s (spec %s), but the stub that answers is of %s %s (spec %s)."
            + " %s.")
        .formatted(
            client.client(),
            client.service(),
            client.apiVersion(),
            client.specHash(),
            stub.group("service"),
            stub.group("version"),
            stub.group("hash"),
            advice(stub));
  }

  private String advice(Matcher stub) {
    String ours = client.service() + " " + client.apiVersion();
    String theirs = stub.group("service") + " " + stub.group("version");
    return ours.equals(theirs)
        ? "Their spec was edited in between: take both from the same build"
        : "Use the stubs of %s, or the client of %s".formatted(ours, theirs);
  }
}
