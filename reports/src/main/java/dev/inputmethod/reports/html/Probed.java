package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is probed at one layer and direction, by the titles of the pictures it is drawn in. */
final class Probed {
  /** Mean of max |λ| of the state's Jacobians. */
  static final String JACOBIAN_RADIUS = "state Jacobian, spectral radius";

  /** Mean of σ_max of the state's Jacobians. */
  static final String JACOBIAN_NORM = "state Jacobian, σ_max";

  /** Nats per step. */
  static final String LYAPUNOV = "Lyapunov exponent, nats per step";

  /** −ln 2 / ln of the mean forget gate of an LSTM, or update gate of a GRU; in steps. */
  static final String GATE_HALF_LIFE = "half-life of the forget gate (LSTM), update gate (GRU)";

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
    place.gateHalfLife().ifPresent(steps -> values.put(GATE_HALF_LIFE, steps));
    return values;
  }

  /** Whether a name is of a recurrent weight's spectrum, not of a Jacobian's. */
  static boolean isWeight(String name) {
    return name.contains(WEIGHT);
  }
}
