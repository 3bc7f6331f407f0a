package dev.inputmethod.engine;

import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.html.HtmlReport;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.table.Results;
import dev.inputmethod.reports.tensorboard.ExperimentEvents;
import dev.inputmethod.reports.tensorboard.SeedEvents;
import dev.inputmethod.sweep.PlannedTrial;
import dev.inputmethod.sweep.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a planned experiment and draws its reports. */
final class ExperimentRun {
  private final Sweep sweep;
  private final RunListener listener;

  ExperimentRun(Sweep sweep, RunListener listener) {
    this.sweep = sweep;
    this.listener = listener;
  }

  /**
   * Runs the trials without a record, and draws the reports.
   *
   * @param workers the number of trials that run in parallel
   * @param command the command that repeats the run
   */
  ExperimentResult run(PlannedExperiment planned, int workers, String command)
      throws InterruptedException {
    ReportStamp stamp = ReportStamp.ofThisProgram(planned.directory());
    ExperimentRecord record = planned.record(command);
    write(planned.directory(), record);
    List<PlannedTrial> toRun = sweep.toRun(planned.trials());
    listener.planned(
        planned.experiment().name(),
        planned.trials().size(),
        planned.trials().size() - toRun.size(),
        planned.experiment().searchSpace().repeated());
    Optional<String> answer = toRun.isEmpty() ? stamp.answer() : Optional.empty();
    ExperimentResult result;
    if (answer.isPresent()) {
      result = drawnBefore(planned.directory(), record, answer.get());
    } else {
      writeEvents(planned, record);
      sweep.run(toRun, workers, listener);
      result = report(planned.directory());
      stamp.write(result);
    }
    listener.experimentFinished(result);
    return result;
  }

  private static void write(ExperimentDirectory directory, ExperimentRecord record) {
    try {
      Files.createDirectories(directory.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory.path(), e);
    }
    directory.write(record);
  }

  private static void writeEvents(PlannedExperiment planned, ExperimentRecord record) {
    List<Configuration> configurations =
        planned.experiment().searchSpace().configurations().stream()
            .map(TrialConfig::canonical)
            .toList();
    // Metrics with a column of their own in TensorBoard.
    Set<String> compared = new LinkedHashSet<>();
    configurations.forEach(it -> compared.addAll(LearnedTask.of(it).comparedMetrics()));
    ExperimentEvents.write(
        planned.directory(), record, configurations, List.copyOf(compared), Clock.systemUTC());
  }

  /**
   * Draws an experiment's reports from its records, except the event file for TensorBoard about the
   * experiment as a whole, which is written at its start.
   */
  static ExperimentResult report(ExperimentDirectory directory) {
    Results.write(directory);
    HtmlReport report = HtmlReport.write(directory.path());
    SeedEvents.write(directory, Clock.systemUTC());
    Comparison comparison = Comparison.of(directory);
    return new ExperimentResult(
        comparison.experiment().experiment(),
        comparison.experiment().sourceName(),
        directory.path(),
        report.page(),
        comparison.winner().map(winner -> report.answer()),
        comparison.failed(),
        report.damaged(),
        DiskUse.of(directory.path()),
        left(directory));
  }

  /** Returns what {@link #report} returned when it drew the existing reports. */
  private static ExperimentResult drawnBefore(
      ExperimentDirectory directory, ExperimentRecord record, String answer) {
    return new ExperimentResult(
        record.experiment(),
        record.sourceName(),
        directory.path(),
        directory.page(),
        Optional.of(answer),
        List.of(),
        List.of(),
        DiskUse.of(directory.path()),
        left(directory));
  }

  private static LeftTrials left(ExperimentDirectory directory) {
    List<TrialDirectory> others = directory.otherTrials();
    return new LeftTrials(
        others.stream().map(TrialDirectory::name).toList(),
        others.stream().mapToLong(trial -> DiskUse.of(trial.path())).sum());
  }
}
