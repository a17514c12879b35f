package org.contractshop.user;

/** The e-mail address or the password is wrong. */
final class InvalidCredentialsException extends RuntimeException {}
