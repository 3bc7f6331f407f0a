package dev.inputmethod.probe;

import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is probed of a trial's gradient, over the same full contexts each time: reach and
 * saturation at intervals, spectra at some epochs' ends, everything before training and with the
 * best parameters. Without contexts nothing is.
 */
public final class Probes {
  /** Measurements of spectra while it trains, at the most: they cost more than the others. */
  private static final int MOST_SPECTRA = 8;

  private final Optional<ReachProbe> reach;
  private final Optional<SpectraProbe> spectra;
  private final int epochsBetweenSpectra;

  /**
   * @param examples full contexts of one length, in batches; empty to probe nothing
   * @param epochs of the trial
   */
  public Probes(List<Batch> examples, int epochs) {
    this.reach = examples.isEmpty() ? Optional.empty() : Optional.of(new ReachProbe(examples));
    this.spectra = examples.stream().findFirst().map(SpectraProbe::new);
    this.epochsBetweenSpectra = (epochs + MOST_SPECTRA - 1) / MOST_SPECTRA;
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
    if (epoch % epochsBetweenSpectra == 0) {
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
