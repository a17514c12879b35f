package org.contractshop.user;

import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.springframework.stereotype.Component;

/** Checks a password and looks up the profile of a user who does not exist. */
@Component
class AccountWarmUp implements WarmUp {
  /** Enough to make hashing fast. They cost more than all other steps, so there are no more. */
  private static final int MOST_HASHES = 30;

  private final Passwords passwords;
  private final AtomicInteger hashes = new AtomicInteger();

  AccountWarmUp(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public void run(Loopback service) throws Exception {
    if (hashes.incrementAndGet() <= MOST_HASHES) {
      passwords.match("a password of nobody", null);
    }
    service.send("POST", "/auth/login", "user", "{}");
    service.send("GET", "/users/me", "user", null);
    service.get("/health");
  }
}
