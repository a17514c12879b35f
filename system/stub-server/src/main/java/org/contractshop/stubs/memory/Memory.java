package org.contractshop.stubs.memory;

import java.util.Optional;

/** The memory of one service's stub in one session. */
interface Memory {
  /** Empty if the stub's own response stands. */
  Optional<Reply> reply(Call call);
}
