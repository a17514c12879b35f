package org.contractshop.base;

/** The environment variables are missing or wrong; the message says which, for the operator. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}
