package org.contractshop.tools.mutation;

/** The possible faults of a service, in words for the table. */
enum Fault {
  LEAKED_FIELD("a field that no one asked for"),
  DROPPED_FIELD("a field is gone"),
  RENAMED_FIELD("a field has another name"),
  NULL_FIELD("null in place of a value"),
  NUMBER_OFF_BY_ONE("a number is one too high"),
  NUMBER_AS_TEXT("a number as text"),
  OTHER_TEXT("another text"),
  OTHER_ERROR_TEXT("another text of an error"),
  OTHER_PROBLEM_TYPE("another problem type"),
  EXTRA_ELEMENT("a list is one longer"),
  MISSING_ELEMENT("a list is one shorter"),
  OTHER_ORDER("a list in another order"),
  NO_BODY("no body"),
  OTHER_STATUS("another status of the same kind"),
  SUCCESS_FOR_ERROR("an error with status 200"),
  EMPTY_LIST_FOR_ERROR("an empty list in place of an error"),
  ERROR_FOR_SUCCESS("status 500 in place of success"),
  OTHER_MEDIA_TYPE("another media type"),
  DROPPED_HEADER("a header is gone"),
  OTHER_HEADER("a header with another value"),
  SKIPPED_AUTHENTICATION("callers without a valid token get in"),
  SKIPPED_ROLE("callers of the wrong role get in"),
  SKIPPED_OWNERSHIP("callers see what belongs to others"),
  IGNORED_QUERY("the query is ignored"),
  IGNORED_KEY("the Idempotency-Key is ignored");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
