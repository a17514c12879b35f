package org.contractshop.tools.cli;

/** A file, folder or revision that is not there. The message is for the user. */
final class SourceException extends RuntimeException {
  SourceException(String message) {
    super(message);
  }
}
