package org.contractshop.stubs.memory;

/** The token of a request stands for nobody. */
final class UnknownCallerException extends RuntimeException {}
