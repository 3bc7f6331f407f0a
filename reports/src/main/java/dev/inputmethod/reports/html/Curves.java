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
 * @param bestReach the last taken at or before the best step; the last of all where no best is
 *     known
 * @param initialReach taken before the first step
 * @param bestAttention likewise, and never that before training; empty without attention
 * @param clippedShare of all steps, those whose gradient was clipped; empty where none can be
 * @param brokenSteps measured steps whose loss or gradient was no finite number
 * @param probes what was probed while it trained
 */
record Curves(
    Points training,
    Points validation,
    Points globalNorm,
    Map<String, Points> parameterNorms,
    Optional<Measurement.Reach> bestReach,
    Optional<Measurement.Reach> initialReach,
    Optional<Measurement.Attention> bestAttention,
    Optional<Double> clippedShare,
    int brokenSteps,
    ProbeCurves probes) {

  /** Collects measurements in the order they were taken. */
  static final class Collector {
    private final long bestStep;
    private final Track training = new Track();
    private final Track epochTraining = new Track();
    private final Track validation = new Track();
    private final Track globalNorm = new Track();
    private final Map<String, Track> parameters = new LinkedHashMap<>();
    private Optional<Measurement.Reach> bestReach = Optional.empty();
    private Optional<Measurement.Reach> initialReach = Optional.empty();
    private Optional<Measurement.Attention> bestAttention = Optional.empty();
    private final ProbeCurves.Collector probes = new ProbeCurves.Collector();
    private final List<Double> clippedShares = new ArrayList<>();
    private int brokenSteps;

    /**
     * @param bestStep updates done until the best validation; {@link Long#MAX_VALUE} if there was
     *     none
     */
    Collector(long bestStep) {
      this.bestStep = bestStep;
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
        } else if (reach.step() <= bestStep || bestReach.isEmpty()) {
          bestReach = Optional.of(reach);
        }
      } else if (measurement instanceof Measurement.Attention attention
          && attention.step() > 0
          && (attention.step() <= bestStep || bestAttention.isEmpty())) {
        bestAttention = Optional.of(attention);
      }
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
              (name, norms) ->
                  parameters
                      .computeIfAbsent(name, unseen -> new Track())
                      .add(step.step(), norms.gradient()));
    }

    Curves curves() {
      Map<String, Points> norms = new LinkedHashMap<>();
      parameters.forEach((name, track) -> norms.put(name, track.points()));
      return new Curves(
          training.isEmpty() ? epochTraining.points() : training.points(),
          validation.points(),
          globalNorm.points(),
          norms,
          bestReach,
          initialReach,
          bestAttention,
          Statistic.of(clippedShares).map(Statistic::mean),
          brokenSteps,
          probes.curves());
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
