package dev.inputmethod.plugin;

/** The libraries that trials need cannot be resolved. */
final class UnresolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnresolvedException(String message, Exception cause) {
    super(message, cause);
  }
}
