package dev.inputmethod.engine;

import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.sweep.PlannedTrial;
import java.util.List;

/**
 * An experiment with prepared corpora and named trials.
 *
 * @param trials the trials, ordered by seed, so that an interrupted sweep has run every
 *     configuration with the first seeds
 */
record PlannedExperiment(
    Experiment experiment, ExperimentDirectory directory, List<PlannedTrial> trials) {
  PlannedExperiment {
    trials = List.copyOf(trials);
  }

  /** Returns the content of {@code experiment.json}. */
  ExperimentRecord record(String command) {
    return new ExperimentRecord(
        ExperimentRecord.SCHEMA,
        experiment.name(),
        experiment.question(),
        experiment.source(),
        experiment.sourceName(),
        command,
        experiment.searchSpace().axisTexts(),
        experiment.searchSpace().sweptSettings(),
        experiment.searchSpace().targetAxes(),
        trials.stream().map(PlannedTrial::name).toList(),
        experiment.searchSpace().repeated(),
        experiment.thresholds());
  }
}
