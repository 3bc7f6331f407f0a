package dev.inputmethod.training;

import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Timing;
import dev.inputmethod.reports.record.TimingWriter;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.tensorboard.Histogram;
import dev.inputmethod.reports.tensorboard.TrialEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what happens in a trial to its directory while it happens, and passes it on. */
final class TrialRecorder implements TrialListener, AutoCloseable {
  /** Steps between two lines of timings, besides the one at each epoch's end. */
  private static final int TIMING_STEPS = 100;

  private final TrialDirectory directory;
  private final long stepsAnEpoch;
  private final Clock clock;
  private final Consumer<Measurement> gradient;
  private final TrialListener next;
  private final MeasurementWriter measurements;
  private final TimingWriter timings;
  private final TrialEvents events;
  private final Instant start;
  private Instant lastTiming;
  private long targetsSince;

  /**
   * @param gradient sums up what is measured
   */
  TrialRecorder(
      TrialDirectory directory,
      TrialSetup setup,
      String dataHash,
      long stepsAnEpoch,
      Clock clock,
      Consumer<Measurement> gradient,
      TrialListener next) {
    this.directory = directory;
    this.stepsAnEpoch = stepsAnEpoch;
    this.clock = clock;
    this.gradient = gradient;
    this.next = next;
    this.measurements = new MeasurementWriter(directory.measurements(), clock);
    this.timings = new TimingWriter(directory.timings(), clock);
    this.events = new TrialEvents(directory, setup, group(setup, dataHash), clock);
    this.start = clock.instant();
    this.lastTiming = start;
  }

  /**
   * The same for trials that differ in their seed only: their name up to the seed, and a hash of
   * the settings, where the data counts by its content and not by where it lies.
   */
  private static String group(TrialSetup setup, String dataHash) {
    String readable = setup.trial().replaceFirst("-seed\\d+-[0-9a-f]+$", "");
    Map<String, Object> settings = new HashMap<>(setup.configuration().settings());
    settings.put("data.dialogues", dataHash);
    return readable + "-" + Integer.toHexString(settings.hashCode());
  }

  @Override
  public void stepped(int epoch, long step, double trainingLoss, int targets) {
    targetsSince += targets;
    if (step % TIMING_STEPS == 0 || step % stepsAnEpoch == 0) {
      time(epoch, step);
    }
    next.stepped(epoch, step, trainingLoss, targets);
  }

  private void time(int epoch, long step) {
    Instant now = clock.instant();
    double since = seconds(lastTiming, now);
    if (since > 0) {
      timings.append(new Timing(epoch, step, seconds(start, now), targetsSince / since));
      lastTiming = now;
      targetsSince = 0;
    }
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  @Override
  public void measured(Measurement measurement) {
    measurements.append(measurement);
    gradient.accept(measurement);
    events.measured(measurement);
    next.measured(measurement);
  }

  @Override
  public void histograms(
      long step, Map<String, float[]> parameters, Map<String, float[]> gradients) {
    parameters.forEach((name, of) -> events.histogram("parameter/" + name, step, Histogram.of(of)));
    gradients.forEach((name, of) -> events.histogram("gradient/" + name, step, Histogram.of(of)));
    next.histograms(step, parameters, gradients);
  }

  /** Closes the files, and then writes the record: present means finished. */
  void finish(TrialRecord record) {
    events.finished(record);
    close();
    directory.write(record);
  }

  @Override
  public void close() {
    measurements.close();
    timings.close();
    events.close();
  }
}
