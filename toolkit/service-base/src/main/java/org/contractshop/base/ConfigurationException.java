package org.contractshop.base;

/** The environment variables are missing or wrong; the message says which, for the operator. */
public final class ConfigurationException extends RuntimeException {
  public ConfigurationException(String message) {
    super(message);
  }
}
