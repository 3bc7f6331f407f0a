package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What probes measure of one layer and direction, by the names that pictures have. */
final class Probed {
  /** Mean of max |λ| of the state's Jacobians. */
  static final String JACOBIAN_RADIUS = "state Jacobian, spectral radius";

  /** Mean of σ_max of the state's Jacobians. */
  static final String JACOBIAN_NORM = "state Jacobian, σ_max";

  /** Nats per step. */
  static final String LYAPUNOV = "Lyapunov exponent, nats per step";

  private static final String WEIGHT = " weight, ";

  private Probed() {}

  static Map<String, Double> of(Measurement.PlaceSpectra place) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(JACOBIAN_RADIUS, place.jacobian().spectralRadius());
    values.put(JACOBIAN_NORM, place.jacobian().largestSingularValue());
    values.put(LYAPUNOV, place.jacobian().lyapunov());
    place
        .recurrent()
        .forEach(
            (gate, of) -> {
              values.put(gate + WEIGHT + "max |λ|", of.spectralRadius());
              values.put(gate + WEIGHT + "σ_max", of.largestSingularValue());
            });
    return values;
  }

  static Map<String, Double> of(Measurement.PlaceSaturation place) {
    Map<String, Double> values = new LinkedHashMap<>();
    place
        .gates()
        .forEach(
            (gate, of) -> {
              values.put(gate + " gate closed, below 0.1", of.closed());
              values.put(gate + " gate open, above 0.9", of.open());
            });
    place
        .tanhBeyond()
        .forEach((name, share) -> values.put("tanh of " + name + " beyond ±0.97", share));
    place.deadUnits().ifPresent(share -> values.put("dead ReLU units", share));
    return values;
  }

  /** Whether it is about a matrix that is a parameter, rather than about a Jacobian. */
  static boolean isWeight(String name) {
    return name.contains(WEIGHT);
  }
}
