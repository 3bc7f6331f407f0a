package dev.inputmethod.training;

import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Timing;
import dev.inputmethod.reports.record.TimingWriter;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialNameParts;
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
import java.util.function.Supplier;

/** Writes what happens in a trial to its directory as it happens, and passes it on. */
final class TrialRecorder implements TrialListener, AutoCloseable {
  /** Steps between two lines of timings; one more is written at each epoch's end. */
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

  private TrialRecorder(
      TrialDirectory directory,
      long stepsAnEpoch,
      Clock clock,
      Consumer<Measurement> gradient,
      TrialListener next,
      MeasurementWriter measurements,
      TimingWriter timings,
      TrialEvents events) {
    this.directory = directory;
    this.stepsAnEpoch = stepsAnEpoch;
    this.clock = clock;
    this.gradient = gradient;
    this.next = next;
    this.measurements = measurements;
    this.timings = timings;
    this.events = events;
    this.start = clock.instant();
    this.lastTiming = start;
  }

  /**
   * Starts the files of a trial. If one of them cannot be started, none stays open: on Windows an
   * open file would keep the next try from deleting it.
   *
   * @param gradient receives every measurement
   * @param next receives everything that is recorded
   */
  static TrialRecorder open(
      TrialDirectory directory,
      TrialSetup setup,
      String dataHash,
      long stepsAnEpoch,
      Clock clock,
      Consumer<Measurement> gradient,
      TrialListener next) {
    MeasurementWriter measurements = new MeasurementWriter(directory.measurements(), clock);
    TimingWriter timings =
        openBeside(() -> new TimingWriter(directory.timings(), clock), measurements);
    TrialEvents events =
        openBeside(
            () -> new TrialEvents(directory, setup, group(setup, dataHash), clock),
            timings,
            measurements);
    return new TrialRecorder(
        directory, stepsAnEpoch, clock, gradient, next, measurements, timings, events);
  }

  /** Opens another file; if that fails, those opened before are closed. */
  private static <T> T openBeside(Supplier<T> opening, AutoCloseable... opened) {
    try {
      return opening.get();
    } catch (RuntimeException e) {
      for (AutoCloseable each : opened) {
        try {
          each.close();
        } catch (Exception again) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }

  /**
   * The name of the group of trials that differ in their seed only: a trial's name up to the seed,
   * and a hash of the settings, which has the data's content in place of its path.
   */
  private static String group(TrialSetup setup, String dataHash) {
    String readable =
        TrialNameParts.parse(setup.trial()).map(TrialNameParts::stem).orElse(setup.trial());
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

  /** Closes the files, then writes the record. A trial with a record is finished. */
  void finish(TrialRecord record) {
    events.finished(record);
    close();
    directory.write(record);
  }

  @Override
  public void close() {
    try (measurements;
        timings;
        events) {
      // Each is closed, whatever becomes of the others.
    }
  }
}
