package org.contractshop.tools.compare;

import org.contractshop.tools.spec.SpecNode;

/** The same place in the released and in the current spec. One of the two may not exist. */
record Pair(SpecNode old, SpecNode now) {
  Pair get(String key) {
    return new Pair(old.get(key), now.get(key));
  }

  Pair resolved() {
    return new Pair(old.resolved(), now.resolved());
  }

  boolean oldIs(String key, String text) {
    return old.get(key).is(text);
  }

  boolean nowIs(String key, String text) {
    return now.get(key).is(text);
  }

  boolean both() {
    return old.exists() && now.exists();
  }

  boolean either() {
    return old.exists() || now.exists();
  }
}
