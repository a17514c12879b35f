package org.contractshop.tools.compare;

import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.SpecNode;

/** Compares the media types of a body, and the content of each. */
final class ContentComparison {
  private ContentComparison() {}

  static void compare(String place, Pair owner, Side side, Changes changes) {
    SpecNode old = owner.old().get("content");
    SpecNode now = owner.now().get("content");
    for (SpecNode mediaType : old.children()) {
      Pair pair = new Pair(mediaType, now.get(mediaType.key()));
      if (pair.both()) {
        changes.compareOtherKeys(place, pair, Element.keysOf("mediaType"));
        SchemaComparison.compare(pair.get("schema"), side, changes);
      } else {
        // The client's method returns nothing, or takes no argument, once the last one is gone.
        changes.add(
            Rule.MEDIA_TYPE_REMOVED,
            true,
            now.children().isEmpty(),
            pair,
            "removing the media type %s of %s",
            mediaType.key(),
            place);
      }
    }
    for (SpecNode mediaType : now.children()) {
      if (!old.has(mediaType.key())) {
        changes.compatible(
            Rule.MEDIA_TYPE_ADDED,
            new Pair(old, mediaType),
            "adding the media type %s to %s",
            mediaType.key(),
            place);
      }
    }
  }
}
