package dev.inputmethod.experiment;

/** The initial bias of the LSTM's forget gate. */
public sealed interface ForgetBias {
  /** The word for {@link Chrono} in an experiment file. */
  String CHRONO = "chrono";

  /** The same value for every unit. */
  record Fixed(double bias) implements ForgetBias {}

  /** Values spread over the units for memories of every length up to {@code longest} steps. */
  record Chrono(int longest) implements ForgetBias {}

  /** Returns the value in a configuration: a number or {@code chrono}. */
  default Object canonical() {
    return this instanceof Fixed fixed ? (Object) fixed.bias() : CHRONO;
  }
}
