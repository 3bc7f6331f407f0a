package dev.inputmethod.experiment;

/** What the bias of the LSTM's forget gate starts at. */
public sealed interface ForgetBias {
  /** The word for {@link Chrono} in an experiment file. */
  String CHRONO = "chrono";

  /** The same for every unit, beside what is drawn. */
  record Fixed(double bias) implements ForgetBias {}

  /**
   * Spread over the units, so that memories of every length up to {@code longest} steps are there.
   */
  record Chrono(int longest) implements ForgetBias {}

  /** As a configuration holds it: a number, or {@code chrono}. */
  default Object canonical() {
    return this instanceof Fixed fixed ? (Object) fixed.bias() : CHRONO;
  }
}
