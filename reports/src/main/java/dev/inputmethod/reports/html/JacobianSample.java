package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;

/**
 * How much is behind a point of the Jacobians' spectra.
 *
 * @param fewestMatrices that a mean of σ_max or of the spectral radius is over, in one trial
 * @param fewestContexts that a Lyapunov exponent is the mean over, in one trial
 */
record JacobianSample(int fewestMatrices, int mostMatrices, int fewestContexts, int mostContexts) {

  static JacobianSample of(JacobianSpectrum spectrum) {
    return new JacobianSample(
        spectrum.matrices(), spectrum.matrices(), spectrum.examples(), spectrum.examples());
  }

  /** Of both. */
  JacobianSample with(JacobianSample other) {
    return new JacobianSample(
        Math.min(fewestMatrices, other.fewestMatrices),
        Math.max(mostMatrices, other.mostMatrices),
        Math.min(fewestContexts, other.fewestContexts),
        Math.max(mostContexts, other.mostContexts));
  }

  /** Such as {@code 2 Jacobians}, or {@code 1 to 2 Jacobians}. */
  String matrices() {
    return range(fewestMatrices, mostMatrices, "Jacobian", "Jacobians");
  }

  /** Such as {@code 4 contexts}. */
  String contexts() {
    return range(fewestContexts, mostContexts, "context", "contexts");
  }

  private static String range(int fewest, int most, String one, String several) {
    return fewest == most
        ? Numbers.count(most, one, several)
        : Numbers.whole(fewest) + " to " + Numbers.count(most, one, several);
  }
}
