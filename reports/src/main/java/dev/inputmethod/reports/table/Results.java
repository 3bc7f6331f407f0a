package dev.inputmethod.reports.table;

import dev.inputmethod.reports.record.AtomicFile;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;

/** Writes an experiment's results beside its report. */
public final class Results {
  private Results() {}

  /**
   * Reads the finished trials' records and writes {@code results.csv} and {@code results.json}; a
   * damaged record is left out.
   *
   * @throws dev.inputmethod.problem.InvalidInputException where {@code experiment.json} is damaged
   */
  public static void write(ExperimentDirectory directory) {
    ExperimentRecord experiment = directory.readExperiment();
    List<TrialRecord> trials = directory.readFinished().records();
    List<Judged> configurations = Judged.of(experiment, trials);
    AtomicFile.write(directory.resultsCsv(), ResultsCsv.text(trials, configurations));
    AtomicFile.write(directory.resultsJson(), ResultsJson.text(experiment, trials, configurations));
  }
}
