package org.contractshop.stubs.memory;

/** The token of a request belongs to nobody. */
final class UnknownCallerException extends RuntimeException {}
