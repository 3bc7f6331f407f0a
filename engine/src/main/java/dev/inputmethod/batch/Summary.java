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

/** The last lines of a run: the winner, where the reports are, and the disk space used. */
final class Summary {
  private static final int MOST_NAMED = 3;

  private Summary() {}

  /**
   * Returns the lines to print at the end of a run.
   *
   * @param rerunFailed what the user gives to run failed trials again, such as {@code --only
   *     failed}
   */
  static List<String> lines(RunResult result, String rerunFailed) {
    List<String> lines = new ArrayList<>();
    for (ExperimentResult experiment : result.experiments()) {
      lines.add("");
      lines.add(
          experiment.experiment() + ": " + experiment.winner().orElse("no winner; see the report"));
      if (!experiment.failed().isEmpty()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  failed       %s; rerun with %s; a diverged trial will diverge again unless"
                    + " settings change",
                trials(experiment.failed().size()),
                rerunFailed));
      }
      if (!experiment.damaged().isEmpty()) {
        lines.add(
            "  damaged      "
                + experiment.damaged().size()
                + " of its files; see the messages below");
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
        "%s belong to %s not in this run (%s%s). %s; to free the space, delete %s, or remove all"
            + " results with the batch tool's 'clean'",
        Sentences.bytes(left.bytes()),
        trials(count),
        names,
        count > MOST_NAMED ? ", …" : "",
        count == 1
            ? "It is reused if you return to its settings"
            : "They are reused if you return to those settings",
        count == 1 ? "its directory" : "their directories");
  }

  private static String trials(int count) {
    return count == 1 ? "1 trial" : count + " trials";
  }

  /** Returns one line for each failed trial and for each file that could not be read. */
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

  /** Formats a page as a path followed by a link. */
  static String page(Path page) {
    return page + " (" + page.toUri() + ")";
  }

  private static String quoted(Path path) {
    return ShellText.quoted(path.toString());
  }
}
