package org.contractshop.user;

/** The e-mail address belongs to a user. */
final class EmailTakenException extends RuntimeException {}
