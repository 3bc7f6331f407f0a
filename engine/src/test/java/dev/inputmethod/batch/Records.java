package dev.inputmethod.batch;

import dev.inputmethod.engine.ExperimentResult;
import dev.inputmethod.engine.LeftTrials;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records and results to show. */
final class Records {
  private Records() {}

  static TrialRecord completed(String trial) {
    return trial(
        trial,
        new Outcome.Completed(),
        Optional.of(new Best(2, 40)),
        Map.of("validation.crossEntropy", 5.0));
  }

  /** One that ended with a loss of 9, where an untrained network has 8. */
  static TrialRecord diverged(String trial) {
    return trial(
        trial,
        new Outcome.Completed(),
        Optional.of(new Best(1, 40)),
        Map.of(
            "validation.crossEntropy",
            9.0,
            "test.crossEntropy",
            9.0,
            "baseline.test.uniform.crossEntropy",
            8.0));
  }

  /** One whose gradient halves every 1.93 of 32 steps. */
  static TrialRecord probed(String trial) {
    return probed(trial, 0.99, Verdict.Kind.SHORT_REACH);
  }

  /**
   * The same.
   *
   * @param rSquared of the exponential decay
   */
  static TrialRecord probed(String trial, double rSquared, Verdict.Kind kind) {
    TrialRecord record = completed(trial);
    Decay decay =
        new Decay(1, 31, 0.7, 1.934, rSquared, Optional.empty(), Optional.empty(), 3, 0.1, 0.2);
    GradientSummary gradient =
        new GradientSummary(
            32,
            32,
            256,
            Optional.empty(),
            Optional.empty(),
            Optional.of(decay),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Verdict verdict = new Verdict(kind, Optional.empty(), Optional.empty(), "Reason.", "Advice.");
    return new TrialRecord(
        record.schema(),
        record.trial(),
        record.experiment(),
        record.configuration(),
        record.seed(),
        record.outcome(),
        record.best(),
        record.metrics(),
        record.data(),
        Optional.of(gradient),
        Optional.of(verdict),
        record.provenance());
  }

  static TrialRecord failed(String trial, String reason) {
    return trial(trial, new Outcome.Failed(reason), Optional.empty(), Map.of());
  }

  static ExperimentResult result(Path output, String experiment, TrialRecord... failed) {
    Path directory = output.resolve(experiment);
    return new ExperimentResult(
        experiment,
        "experiments/" + experiment + ".yaml",
        directory,
        directory.resolve("index.html"),
        failed.length == 0 ? Optional.of("lstm is best") : Optional.empty(),
        List.of(failed),
        List.of(),
        12_345_678,
        new LeftTrials(List.of(), 0));
  }

  /** The same result, with trials of other settings in its directory. */
  static ExperimentResult leaving(ExperimentResult result, long bytes, String... names) {
    return new ExperimentResult(
        result.experiment(),
        result.source(),
        result.directory(),
        result.report(),
        result.winner(),
        result.failed(),
        result.damaged(),
        result.diskBytes(),
        new LeftTrials(List.of(names), bytes));
  }

  private static TrialRecord trial(
      String trial, Outcome outcome, Optional<Best> best, Map<String, Double> metrics) {
    return new TrialRecord(
        TrialRecord.SCHEMA,
        trial,
        "cells",
        new Configuration(Map.of("model.cell", "lstm")),
        1,
        outcome,
        best,
        metrics,
        Optional.empty(),
        new Provenance(Map.of(), "", "", "", "", "reference", 1, "", "2026-01-01T00:00:00Z", 75));
  }
}
