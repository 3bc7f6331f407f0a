package dev.inputmethod.reports.record;

import java.util.Objects;
import java.util.Optional;

/**
 * A summary of what was probed in a trial: at the best epoch unless said otherwise; for a trial
 * that failed, at the last measurement.
 *
 * @param contextLength T, words
 * @param horizon how far back is judged, steps: the task's dependency length; on a corpus T, which
 *     stands for the first word, at distance T − 1
 * @param examples contexts that were probed, which reach so far
 * @param reach empty where reach was not measured
 * @param initialReach before training
 * @param decay of the curve at the embedded words; under a bidirectional layer, where that has two
 *     ends, of the last layer's forward states; empty where none could be fitted
 * @param initialDecay the same before training
 * @param ratioHistory the least and the greatest ratio of all measurements
 * @param spectralRadius of the last layer's state Jacobians, forward direction, mean
 * @param lyapunov ln ‖J_T⋯J_{T−n+1}‖₂ / n over the last n steps, likewise
 * @param gateHalfLife of the mean forget (LSTM) or update gate (GRU) of the last layer, steps
 * @param clippedShare share of all steps whose gradient was clipped; empty where none can be
 */
public record GradientSummary(
    int contextLength,
    int horizon,
    long examples,
    Optional<ReachSummary> reach,
    Optional<ReachSummary> initialReach,
    Optional<Decay> decay,
    Optional<Decay> initialDecay,
    Optional<Interval> ratioHistory,
    Optional<Double> spectralRadius,
    Optional<Double> lyapunov,
    Optional<Double> gateHalfLife,
    Optional<Double> clippedShare) {
  public GradientSummary {
    Objects.requireNonNull(reach, "reach");
    Objects.requireNonNull(initialReach, "initialReach");
    Objects.requireNonNull(decay, "decay");
    Objects.requireNonNull(initialDecay, "initialDecay");
    Objects.requireNonNull(ratioHistory, "ratioHistory");
    Objects.requireNonNull(spectralRadius, "spectralRadius");
    Objects.requireNonNull(lyapunov, "lyapunov");
    Objects.requireNonNull(gateHalfLife, "gateHalfLife");
    Objects.requireNonNull(clippedShare, "clippedShare");
  }

  /** The distance that is judged, steps: the horizon, or the first word. */
  public int far() {
    return Math.min(horizon, contextLength - 1);
  }
}
