package dev.inputmethod.batch;

import dev.inputmethod.engine.ExperimentResult;
import dev.inputmethod.engine.LeftTrials;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The last lines of a run: which configuration won, where to look, and what it took. */
final class Summary {
  private static final int MOST_NAMED = 3;

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
        lines.add(
            "  failed       "
                + experiment.failed().size()
                + " of its trials; only=failed runs them again (with the same settings, what diverged will diverge again)");
      }
      if (!experiment.damaged().isEmpty()) {
        lines.add("  damaged      " + experiment.damaged().size() + " of its files");
      }
      lines.add("  report       " + page(experiment.report()));
      lines.add("  TensorBoard  tensorboard --logdir " + quoted(experiment.directory()));
      lines.add("  disk used    " + Sentences.bytes(experiment.diskBytes()));
      if (!experiment.left().names().isEmpty()) {
        lines.add("  left over    " + left(experiment.left()));
      }
    }
    if (result.corporaBytes() > 0) {
      lines.add(
          "  corpora      "
              + Sentences.bytes(result.corporaBytes())
              + " more, for all experiments");
    }
    if (result.experiments().size() != 1) {
      lines.add("");
      lines.add("all reports: " + page(result.index()));
    }
    return lines;
  }

  private static String left(LeftTrials left) {
    int count = left.names().size();
    String names = String.join(", ", left.names().subList(0, Math.min(count, MOST_NAMED)));
    return String.format(
        Locale.ROOT,
        "%s of it in %s with other settings than this run's (%s%s); finished ones are used again if those settings come back. To free the space delete their directories, or all results with the batch tool's 'clean'",
        Sentences.bytes(left.bytes()),
        count == 1 ? "1 trial" : count + " trials",
        names,
        count > MOST_NAMED ? ", …" : "");
  }

  /**
   * Every failed trial with the file it is from, and everything that could not be read, a line
   * each; empty when all is well.
   */
  static List<String> failures(RunResult result) {
    List<String> lines = new ArrayList<>();
    for (ExperimentResult experiment : result.experiments()) {
      for (TrialRecord record : experiment.failed()) {
        String reason =
            record.outcome() instanceof Outcome.Failed failed ? failed.reason() : "unknown";
        lines.add(experiment.source() + ": trial " + record.trial() + " failed: " + reason);
      }
      experiment.damaged().forEach(problem -> lines.add(problem.toString()));
    }
    return lines;
  }

  /** A page as a path to type and a link to follow. */
  static String page(Path page) {
    return page + " (" + page.toUri() + ")";
  }

  private static String quoted(Path path) {
    return ShellText.quoted(path.toString());
  }
}
