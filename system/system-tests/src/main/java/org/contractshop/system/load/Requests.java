package org.contractshop.system.load;

/** What callers send. */
@FunctionalInterface
public interface Requests {
  /**
   * @param number counts the requests of a load, from 0
   */
  Request next(long number);
}
