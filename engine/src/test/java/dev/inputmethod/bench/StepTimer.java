package dev.inputmethod.bench;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.model.StepObserver;
import dev.inputmethod.probe.HistogramProbe;
import dev.inputmethod.probe.NormProbe;
import dev.inputmethod.probe.Probes;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.tensorboard.Histogram;
import dev.inputmethod.reports.tensorboard.TrialEvents;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Does training steps of one configuration as a trial does them: each step's loss is asked for, and
 * what is measured is written to {@code measurements.jsonl} and to an event file.
 *
 * <p>Arguments, {@code key=value}: cell, vocabulary, embedding, hidden, layers, directions,
 * context, batch, ids (an {@link IdFile}), directory (an empty one), everySteps and reachEverySteps
 * (as {@code observe} has them; 0 is never), everythingEverySteps (between probes as of the best
 * parameters), histogramsEverySteps (between histograms as of an epoch's end). {@link Rounds} tells
 * what it does then.
 */
public final class StepTimer {
  private static final int PROBE_BATCHES = 4;

  private final Arguments given;
  private final List<Batch> batches;
  private final NormProbe norms = new NormProbe();
  private final HistogramProbe histograms = new HistogramProbe();
  private final Probes probes;
  private long step;

  private StepTimer(Arguments given) throws IOException {
    this.given = given;
    this.batches =
        List.copyOf(
            IdFile.read(
                Path.of(given.text("ids")), given.number("batch"), given.number("context")));
    this.probes = new Probes(batches.subList(0, PROBE_BATCHES), given.number("hidden"));
  }

  public static void main(String[] arguments) throws IOException {
    new StepTimer(new Arguments(arguments)).run();
  }

  private void run() throws IOException {
    TrainingSettings training =
        TinySettings.training(1, given.number("batch"), 0.001, Optimizer.ADAM);
    TrialDirectory directory = new TrialDirectory(Path.of(given.text("directory")));
    TrialSetup setup =
        new TrialSetup(
            TrialSetup.SCHEMA,
            "timed",
            "bench",
            new Configuration(Map.of()),
            1,
            Thresholds.STANDARD);
    Clock clock = Clock.systemUTC();
    try (NextWordModel model =
            NextWordModel.initial(
                settings(), training, Signature.ofWords(given.number("vocabulary")), 1);
        MeasurementWriter measurements = new MeasurementWriter(directory.measurements(), clock);
        TrialEvents events = new TrialEvents(directory, setup, "timed", clock)) {
      Rounds.serve(count -> train(model, count, measurements, events), given, model.kernels());
    }
  }

  private ModelSettings settings() {
    return new ModelBuilder()
        .sizes(given.number("embedding"), given.number("hidden"))
        .layers(given.number("layers"))
        .direction(given.number("directions") == 2 ? Direction.BIDIRECTIONAL : Direction.FORWARD)
        .cell(Cell.valueOf(given.text("cell").toUpperCase(Locale.ROOT)))
        .build();
  }

  private double train(
      NextWordModel model, int count, MeasurementWriter measurements, TrialEvents events) {
    double loss = 0;
    for (int i = 0; i < count; i++) {
      step++;
      loss = step(model, measurements, events);
      if (isDue("reachEverySteps")) {
        probes.interval(model, 1, step, seen -> write(seen, measurements, events));
      }
      if (isDue("everythingEverySteps")) {
        probes.best(model, 1, step, seen -> write(seen, measurements, events));
      }
    }
    return loss;
  }

  private double step(NextWordModel model, MeasurementWriter measurements, TrialEvents events) {
    Batch batch = batches.get((int) (step % IdFile.BATCHES));
    List<StepObserver> due = new ArrayList<>();
    if (isDue("histogramsEverySteps")) {
      due.add(histograms);
    }
    if (isDue("everySteps")) {
      due.add(norms);
    }
    double loss = due.isEmpty() ? model.step(batch) : model.step(batch, StepObserver.all(due));
    if (due.contains(histograms)) {
      write("parameter/", histograms.parameters(), events);
      write("gradient/", histograms.gradients(), events);
    }
    if (due.contains(norms)) {
      write(norms.measurement(1, step, loss), measurements, events);
    }
    return loss;
  }

  private void write(String prefix, Map<String, float[]> values, TrialEvents events) {
    values.forEach((name, of) -> events.histogram(prefix + name, step, Histogram.of(of)));
  }

  private boolean isDue(String every) {
    int steps = given.number(every);
    return steps > 0 && step % steps == 0;
  }

  private static void write(
      Measurement measurement, MeasurementWriter measurements, TrialEvents events) {
    measurements.append(measurement);
    events.measured(measurement);
  }
}
