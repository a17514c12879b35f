package org.contractshop.base;

/** The environment variables are missing or wrong; the message says which, for the operator. */
final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }
}
