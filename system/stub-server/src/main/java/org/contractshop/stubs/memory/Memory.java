package org.contractshop.stubs.memory;

import java.util.Optional;

/** What the stub of one service remembers in one session. */
interface Memory {
  /** Nothing if the stub's own answer holds. */
  Optional<Reply> reply(Call call);
}
