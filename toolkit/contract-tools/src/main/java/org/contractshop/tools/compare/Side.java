package org.contractshop.tools.compare;

import org.contractshop.tools.spec.Place;
import org.contractshop.tools.spec.SpecNode;

/**
 * The direction in which a value travels. The same edit means the opposite on the other side: a
 * service may accept more and return less than it promised, but not the other way round.
 */
enum Side {
  REQUEST,
  RESPONSE;

  Verdict ofFewerValues() {
    return this == REQUEST ? Verdict.BREAKING : Verdict.COMPATIBLE;
  }

  /** Whether it breaks requests or responses. */
  boolean breaks(boolean fewerValues) {
    return (this == REQUEST) == fewerValues;
  }

  Verdict ofMoreValues() {
    return this == REQUEST ? Verdict.COMPATIBLE : Verdict.BREAKING;
  }

  /** Names a place, and the side if the place could be on both. */
  String place(SpecNode node) {
    String side = this == REQUEST ? "request" : "response";
    String place = Place.inSentence(node).replace("the property ", "the " + side + " property ");
    return place.contains("the schema ") ? place + " in " + side + "s" : place;
  }
}
