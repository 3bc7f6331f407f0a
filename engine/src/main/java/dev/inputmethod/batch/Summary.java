package dev.inputmethod.batch;

import dev.inputmethod.engine.ExperimentResult;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a run: which configuration won, where to look, and what it took. */
final class Summary {
  private Summary() {}

  /** What to print at the end, a line each. */
  static List<String> lines(RunResult result) {
    List<String> lines = new ArrayList<>();
    for (ExperimentResult experiment : result.experiments()) {
      lines.add("");
      lines.add(
          experiment.experiment()
              + ": "
              + experiment.winner().orElse("there is no winner to name; see the report"));
      if (!experiment.failed().isEmpty()) {
        lines.add("  failed       " + experiment.failed().size() + " of its trials");
      }
      lines.add("  report       " + page(experiment.report()));
      lines.add("  TensorBoard  tensorboard --logdir " + quoted(experiment.directory()));
      lines.add("  disk used    " + Sentences.bytes(experiment.diskBytes()));
    }
    if (result.experiments().size() != 1) {
      lines.add("");
      lines.add("all reports: " + page(result.index()));
    }
    return lines;
  }

  /** Every failed trial with the file it is from, a line each; empty when all completed. */
  static List<String> failures(RunResult result) {
    List<String> lines = new ArrayList<>();
    for (ExperimentResult experiment : result.experiments()) {
      for (TrialRecord record : experiment.failed()) {
        String reason =
            record.outcome() instanceof Outcome.Failed failed ? failed.reason() : "unknown";
        lines.add(experiment.source() + ": trial " + record.trial() + " failed: " + reason);
      }
    }
    return lines;
  }

  /** A page as a path to type and a link to follow. */
  static String page(Path page) {
    return page + " (" + page.toUri() + ")";
  }

  private static String quoted(Path path) {
    return Words.quoted(path.toString());
  }
}
