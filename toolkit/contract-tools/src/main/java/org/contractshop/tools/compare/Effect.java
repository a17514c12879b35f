package org.contractshop.tools.compare;

/** For whom a breaking change breaks. */
public enum Effect {
  /** For programs that send HTTP, whatever they are written in. */
  WIRE,
  /** For Java programs, when they compile against the new client; an old client keeps working. */
  JAVA,
  /** For both. */
  WIRE_AND_JAVA
}
