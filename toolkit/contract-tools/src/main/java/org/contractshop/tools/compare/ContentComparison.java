package org.contractshop.tools.compare;

import java.util.Set;
import org.contractshop.tools.spec.SpecNode;

/** Compares the media types of a body, and what each of them holds. */
final class ContentComparison {
  private static final Set<String> KEYS = Set.of("schema", "example", "examples");

  private ContentComparison() {}

  static void compare(
      String place, SpecNode released, SpecNode current, Side side, Changes changes) {
    SpecNode old = released.get("content");
    SpecNode now = current.get("content");
    for (SpecNode mediaType : old.children()) {
      SpecNode same = now.get(mediaType.key());
      if (same.exists()) {
        changes.compareOtherKeys(place, mediaType, same, KEYS);
        SchemaComparison.compare(mediaType.get("schema"), same.get("schema"), side, changes);
      } else {
        changes.breaking("removing the media type %s of %s", mediaType.key(), place);
      }
    }
    for (SpecNode mediaType : now.children()) {
      if (!old.has(mediaType.key())) {
        changes.compatible("adding the media type %s to %s", mediaType.key(), place);
      }
    }
  }
}
