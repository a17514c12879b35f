package org.contractshop.tools.spec;

import java.util.List;
import java.util.stream.Stream;

/** JSON pointers (RFC 6901), as they follow the {@code #} of a reference. */
final class Pointer {
  private Pointer() {}

  /** The keys and list indexes on the way from the root. */
  static List<String> keys(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Stream.of(pointer.substring(1).split("/", -1)).map(Pointer::unescaped).toList();
  }

  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static String unescaped(String key) {
    return key.replace("~1", "/").replace("~0", "~");
  }
}
