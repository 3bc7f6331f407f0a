package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration's loss over steps, over its seeds.
 *
 * @param training of single batches
 * @param validation at the end of each epoch
 * @param best each seed's best epoch as a point on {@code validation}'s axes
 * @param failedTraining of each failed trial, where others completed
 */
record Losses(OverSeeds training, OverSeeds validation, Points best, List<Points> failedTraining) {
  private static final int COLUMNS = 420;

  Losses {
    failedTraining = List.copyOf(failedTraining);
  }

  /**
   * @param curves of the trials, in their order
   */
  static Losses of(List<TrialRecord> trials, List<Curves> curves, List<Curves> failed) {
    return new Losses(
        OverSeeds.ofValues(curves.stream().map(Curves::training).toList()).thinned(COLUMNS),
        OverSeeds.ofValues(curves.stream().map(Curves::validation).toList()).thinned(COLUMNS),
        best(trials, curves),
        failed.stream().map(it -> it.training().thinned(COLUMNS)).toList());
  }

  /** Whether nothing can be drawn. */
  boolean isBlank() {
    return training.mean().isBlank() && validation.mean().isBlank();
  }

  private static Points best(List<TrialRecord> trials, List<Curves> curves) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Points validation = curves.get(i).validation();
      long step = trials.get(i).best().map(Best::step).orElse(-1L);
      for (int j = 0; j < validation.size(); j++) {
        if (validation.x(j) == step) {
          points.add(new double[] {step, validation.y(j)});
        }
      }
    }
    return new Points(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }
}
