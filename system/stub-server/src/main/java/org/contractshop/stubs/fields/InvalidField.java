package org.contractshop.stubs.fields;

/** A field and what is wrong with it. */
record InvalidField(String field, String message) {}
