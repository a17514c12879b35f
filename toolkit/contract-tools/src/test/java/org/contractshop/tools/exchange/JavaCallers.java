package org.contractshop.tools.exchange;

import java.util.Map;
import java.util.Set;

/** Java programs that were written against an old client. */
interface JavaCallers {
  /** What goes wrong when they are compiled against the new one; empty if nothing does. */
  Set<String> breaks(String service, Map<String, String> old, Map<String, String> now)
      throws Exception;
}
