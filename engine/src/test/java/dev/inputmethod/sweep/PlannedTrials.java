package dev.inputmethod.sweep;

import dev.inputmethod.TinyCorpus;
import dev.inputmethod.TinySettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trials that would train for many minutes, to see what ends them. */
final class PlannedTrials {
  private static final int ENDLESS = 10_000;

  private PlannedTrials() {}

  /** So many, with their corpus in the directory too; the names are {@code trial1} and so on. */
  static List<PlannedTrial> endless(Path directory, int count) {
    EncodedCorpus corpus = TinyCorpus.encoded(directory, 30);
    TrialConfig config = TinySettings.trial(TinySettings.training(ENDLESS, 0.01, Optimizer.ADAM));
    List<PlannedTrial> trials = new ArrayList<>();
    for (int seed = 1; seed <= count; seed++) {
      trials.add(
          new PlannedTrial(
              "endless",
              config,
              seed,
              corpus.dataHash(),
              Optional.of(corpus.directory()),
              new TrialDirectory(directory.resolve("trial" + seed)),
              Thresholds.STANDARD));
    }
    return trials;
  }
}
