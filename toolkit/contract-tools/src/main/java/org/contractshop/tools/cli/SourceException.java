package org.contractshop.tools.cli;

/** A file, folder or revision that does not exist. The message is for the user. */
final class SourceException extends RuntimeException {
  SourceException(String message) {
    super(message);
  }
}
