package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trial's measurements as lines over steps.
 *
 * @param training loss of single batches, or of epochs where no batch was measured
 * @param validation loss at the end of each epoch
 * @param globalNorm of the whole gradient
 * @param parameterNorms of the gradient of each parameter, by its name
 * @param updateRatios log₁₀(‖Δθ‖/‖θ‖) of each parameter, by its name
 * @param bestReach the measurement that is judged: with the best parameters, or else the last
 *     before them; of a failed trial the last of all
 * @param initialReach before the first step
 * @param bestAttention the one that is judged, never that before training; empty without attention
 * @param clippedShare of all steps, those whose gradient was clipped; empty where none can be
 * @param brokenSteps measured steps whose loss or gradient is not a finite number
 * @param probes what was probed while it trained
 */
record Curves(
    Points training,
    Points validation,
    Points globalNorm,
    Map<String, Points> parameterNorms,
    Map<String, Points> updateRatios,
    Optional<Measurement.Reach> bestReach,
    Optional<Measurement.Reach> initialReach,
    Optional<Measurement.Attention> bestAttention,
    Optional<Double> clippedShare,
    int brokenSteps,
    ProbeCurves probes) {

  /** A trial without measurements. */
  static Curves none() {
    return Collector.judgingLast().curves();
  }

  /** Collects measurements in the order they were taken. */
  static final class Collector {
    private final Optional<Long> bestStep;
    private final Track training = new Track();
    private final Track epochTraining = new Track();
    private final Track validation = new Track();
    private final Track globalNorm = new Track();
    private final Map<String, Track> parameters = new LinkedHashMap<>();
    private final Map<String, Track> updates = new LinkedHashMap<>();
    private Optional<Measurement.Reach> bestReach = Optional.empty();
    private Optional<Measurement.Reach> initialReach = Optional.empty();
    private Optional<Measurement.Attention> bestAttention = Optional.empty();
    private final ProbeCurves.Collector probes = new ProbeCurves.Collector();
    private final List<Double> clippedShares = new ArrayList<>();
    private int brokenSteps;

    private Collector(Optional<Long> bestStep) {
      this.bestStep = bestStep;
    }

    /**
     * For a trial that is judged with its best parameters.
     *
     * @param step updates done until the best validation
     */
    static Collector judgingBest(long step) {
      return new Collector(Optional.of(step));
    }

    /** For a trial that is judged by its last measurement, as the record of a failed trial is. */
    static Collector judgingLast() {
      return new Collector(Optional.empty());
    }

    void add(Measurement measurement) {
      probes.add(measurement);
      if (measurement instanceof Measurement.Step step) {
        addStep(step);
      } else if (measurement instanceof Measurement.Epoch epoch) {
        epochTraining.add(epoch.step(), epoch.trainingLoss());
        validation.add(epoch.step(), epoch.validationLoss());
      } else if (measurement instanceof Measurement.Reach reach) {
        if (reach.step() == 0) {
          initialReach = Optional.of(reach);
        } else if (isJudged(reach) || bestReach.isEmpty()) {
          bestReach = Optional.of(reach);
        }
      } else if (measurement instanceof Measurement.Attention attention
          && attention.step() > 0
          && (isJudged(attention) || bestAttention.isEmpty())) {
        bestAttention = Optional.of(attention);
      }
    }

    /** Whether it is the judged one, unless a later measurement is. */
    private boolean isJudged(Measurement measurement) {
      return bestStep.map(step -> measurement.step() <= step).orElse(true);
    }

    private void addStep(Measurement.Step step) {
      if (!Double.isFinite(step.trainingLoss()) || !Double.isFinite(step.globalNorm())) {
        brokenSteps++;
      }
      step.clippedShare().ifPresent(clippedShares::add);
      training.add(step.step(), step.trainingLoss());
      globalNorm.add(step.step(), step.globalNorm());
      step.parameters()
          .forEach(
              (name, norms) -> {
                track(name, parameters).add(step.step(), norms.gradient());
                track(name, updates).add(step.step(), norms.log10UpdateRatio());
              });
    }

    private static Track track(String name, Map<String, Track> tracks) {
      return tracks.computeIfAbsent(name, unseen -> new Track());
    }

    Curves curves() {
      return new Curves(
          training.isEmpty() ? epochTraining.points() : training.points(),
          validation.points(),
          globalNorm.points(),
          points(parameters),
          points(updates),
          bestReach.isPresent() || bestStep.isPresent() ? bestReach : initialReach,
          initialReach,
          bestAttention,
          Statistic.of(clippedShares).map(Statistic::mean),
          brokenSteps,
          probes.curves());
    }

    private static Map<String, Points> points(Map<String, Track> tracks) {
      Map<String, Points> points = new LinkedHashMap<>();
      tracks.forEach((name, track) -> points.put(name, track.points()));
      return points;
    }
  }

  private static final class Track {
    private final List<double[]> points = new ArrayList<>();

    void add(long step, double y) {
      points.add(new double[] {(double) step, y});
    }

    boolean isEmpty() {
      return points.isEmpty();
    }

    Points points() {
      return new Points(
          points.stream().mapToDouble(point -> point[0]).toArray(),
          points.stream().mapToDouble(point -> point[1]).toArray());
    }
  }
}
