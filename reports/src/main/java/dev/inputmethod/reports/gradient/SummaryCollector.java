package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Interval;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.ReachSummary;
import java.util.Optional;

/** Sums up what was probed in a trial, from its measurements in the order they were taken. */
public final class SummaryCollector {
  private final int contextLength;
  private final int horizon;
  private Optional<Reach> initial = Optional.empty();
  private Optional<Reach> latest = Optional.empty();
  private Optional<Measurement.Spectra> spectra = Optional.empty();
  private Optional<Measurement.Saturation> saturation = Optional.empty();
  private Optional<Interval> ratios = Optional.empty();
  private double clipped;
  private long clippable;
  private long lastStep;

  /**
   * @param contextLength T, words
   * @param horizon how far back is judged, steps
   */
  public SummaryCollector(int contextLength, int horizon) {
    this.contextLength = contextLength;
    this.horizon = horizon;
  }

  /** Adds a measurement. Those with the best parameters come last and replace earlier ones. */
  public void add(Measurement measurement) {
    if (measurement instanceof Reach reach) {
      latest = Optional.of(reach);
      if (reach.moment() == Moment.INITIAL) {
        initial = latest;
      }
      summed(reach).ifPresent(it -> ratios = Optional.of(with(it.ratio())));
    } else if (measurement instanceof Measurement.Spectra seen) {
      spectra = Optional.of(seen);
    } else if (measurement instanceof Measurement.Saturation seen) {
      saturation = Optional.of(seen);
    } else if (measurement instanceof Measurement.Step step) {
      step.clippedShare().ifPresent(share -> addClipped(share, step.step() - lastStep));
      lastStep = step.step();
    }
  }

  private Interval with(double ratio) {
    return ratios
        .map(it -> new Interval(Math.min(it.low(), ratio), Math.max(it.high(), ratio)))
        .orElse(new Interval(ratio, ratio));
  }

  private void addClipped(double share, long steps) {
    clipped += share * steps;
    clippable += steps;
  }

  /** The summary of what has been added so far. */
  public GradientSummary summary() {
    return new GradientSummary(
        contextLength,
        horizon,
        latest.map(this::examples).orElse(0L),
        latest.flatMap(this::summed),
        initial.flatMap(this::summed),
        latest.flatMap(ReachSummaries::decay),
        initial.flatMap(ReachSummaries::decay),
        ratios,
        jacobian().map(JacobianSpectrum::spectralRadius),
        jacobian().map(JacobianSpectrum::lyapunov),
        gateHalfLife(),
        clippable == 0 ? Optional.empty() : Optional.of(clipped / clippable));
  }

  /** The contexts behind the far end that is judged, which may be fewer than nearby. */
  private long examples(Reach reach) {
    int last = Math.min(horizon, reach.examples().size() - 1);
    return last < 0 ? 0 : reach.examples().get(last);
  }

  private Optional<ReachSummary> summed(Reach reach) {
    return ReachSummaries.of(reach, horizon);
  }

  private Optional<JacobianSpectrum> jacobian() {
    return spectra
        .flatMap(it -> Measurement.Place.lastForward(it.places()))
        .map(PlaceSpectra::jacobian);
  }

  private Optional<Double> gateHalfLife() {
    return saturation
        .flatMap(it -> Measurement.Place.lastForward(it.places()))
        .flatMap(PlaceSaturation::gateHalfLife);
  }
}
