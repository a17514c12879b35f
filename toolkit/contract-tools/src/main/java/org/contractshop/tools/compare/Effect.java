package org.contractshop.tools.compare;

/** Whom a breaking change breaks. */
public enum Effect {
  /** Programs that send HTTP, in any language. */
  WIRE,
  /** Java programs that compile against the new client; an old client keeps working. */
  JAVA,
  /** Both. */
  WIRE_AND_JAVA
}
