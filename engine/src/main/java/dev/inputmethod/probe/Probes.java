package dev.inputmethod.probe;

import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is probed of a trial's gradient, over the same full contexts each time: reach,
 * saturation and attention at intervals, spectra at some epochs' ends, everything before training
 * and with the best parameters. Without contexts nothing is.
 */
public final class Probes {
  /**
   * At a hidden size of 128 a measurement of spectra costs as much as 20 to 40 steps, which is 2 %
   * of these; its cost grows by one power of the size more than a step's.
   */
  private static final long STEPS_AT_128 = 2000;

  private static final long FEWEST_STEPS = 100;

  private final Optional<ReachProbe> reach;
  private final Optional<SpectraProbe> spectra;
  private final long stepsBetweenSpectra;
  private long lastSpectra;

  /**
   * @param examples full contexts of one length, in batches; empty to probe nothing
   * @param hiddenSize of the model
   */
  public Probes(List<Batch> examples, int hiddenSize) {
    this.reach = examples.isEmpty() ? Optional.empty() : Optional.of(new ReachProbe(examples));
    this.spectra = examples.stream().findFirst().map(SpectraProbe::new);
    this.stepsBetweenSpectra =
        Math.max(FEWEST_STEPS, STEPS_AT_128 * hiddenSize * hiddenSize / (128 * 128));
  }

  /** Before the first step. */
  public void initial(NextWordModel model, Consumer<Measurement> to) {
    everything(model, 0, 0, Moment.INITIAL, to);
  }

  /** While it trains. */
  public void interval(NextWordModel model, int epoch, long step, Consumer<Measurement> to) {
    reach.ifPresent(probe -> probe.measure(model, epoch, step, Moment.INTERVAL).forEach(to));
  }

  /** At the end of an epoch. */
  public void epochEnd(NextWordModel model, int epoch, long step, Consumer<Measurement> to) {
    if (step - lastSpectra >= stepsBetweenSpectra) {
      lastSpectra = step;
      spectra.ifPresent(probe -> probe.measure(model, epoch, step, Moment.INTERVAL).ifPresent(to));
    }
  }

  /**
   * With the parameters of the best epoch.
   *
   * @param epoch the best one
   * @param step its last
   */
  public void best(NextWordModel model, int epoch, long step, Consumer<Measurement> to) {
    everything(model, epoch, step, Moment.BEST, to);
  }

  private void everything(
      NextWordModel model, int epoch, long step, Moment moment, Consumer<Measurement> to) {
    reach.ifPresent(probe -> probe.measure(model, epoch, step, moment).forEach(to));
    spectra.ifPresent(probe -> probe.measure(model, epoch, step, moment).ifPresent(to));
  }
}
