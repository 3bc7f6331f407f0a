package dev.inputmethod.plugin;

/** What trials run with is neither in the local repository nor can be had from a remote one. */
final class UnresolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnresolvedException(String message, Exception cause) {
    super(message, cause);
  }
}
