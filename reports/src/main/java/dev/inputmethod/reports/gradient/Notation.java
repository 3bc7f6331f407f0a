package dev.inputmethod.reports.gradient;

/** How the numbers in a verdict's reason are written, which depends on where it is read. */
public interface Notation {
  /** In plain ASCII, for files and terminals. */
  Notation PLAIN = new PlainNotation();

  /** A gradient norm, a ratio of two, or a threshold of either. */
  String norm(double value);

  /** A loss, or a difference of two. */
  String loss(double value);

  /** A half-life. */
  String steps(double value);
}
