package dev.inputmethod.batch;

import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.record.FittedHalfLife;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Sentences about a run, the same for the Maven goals and the batch tool. */
final class Sentences {
  private static final double MOST_SPELLED_OUT = 1e6;

  private Sentences() {}

  static String planned(String experiment, int trials, int recorded, int repeated) {
    StringBuilder text = new StringBuilder(experiment).append(": ").append(count(trials, "trial"));
    if (recorded > 0) {
      text.append(", ").append(recorded).append(" already recorded");
    }
    if (repeated > 0) {
      text.append("; ").append(count(repeated, "duplicate configuration")).append(" skipped");
    }
    return text.toString();
  }

  static String finished(TrialRecord record) {
    if (record.outcome() instanceof Outcome.Failed failed) {
      return record.trial() + " failed: " + failed.reason();
    }
    LearnedTask task = LearnedTask.of(record.configuration());
    String result =
        record.metric(task.validationMetric()).map(loss -> result(task, loss)).orElse("done");
    String epoch = record.best().map(best -> " at epoch " + best.epoch()).orElse("");
    return record.trial()
        + ": "
        + result
        + epoch
        + ", "
        + duration(record.provenance().seconds())
        + gradient(record, task.place())
        + (Evidence.isWorseThanUntrained(task, record::metric)
            ? "; predicts worse than an untrained network: it probably diverged"
            : "");
  }

  /**
   * Returns the verdict, such as {@code ; gradient: short reach, half-life 1.93 words}; without a
   * half-life if the report shows none or the gradient is dead.
   */
  private static String gradient(TrialRecord record, String place) {
    // Its embedded words have two near ends, and no half-life.
    String whose = record.configuration().isBidirectional() ? " of the forward states" : "";
    Optional<String> halfLife =
        record
            .gradient()
            .filter(it -> !isDead(record))
            .flatMap(
                it ->
                    it.decay()
                        .map(decay -> decay.fitted(it.contextLength()))
                        .filter(FittedHalfLife::isShown)
                        .map(FittedHalfLife::text));
    return record
        .verdict()
        .map(
            verdict ->
                "; gradient: "
                    + verdict.kind().words()
                    + halfLife
                        .map(places -> ", half-life" + whose + " " + places + " " + place + "s")
                        .orElse(""))
        .orElse("");
  }

  /** Whether no gradient is left that could halve. */
  private static boolean isDead(TrialRecord record) {
    return record.verdict().map(verdict -> verdict.kind() == Verdict.Kind.DEAD).orElse(false);
  }

  private static String result(LearnedTask task, double loss) {
    String figure = String.format(Locale.ROOT, "%.4f", loss);
    return switch (task) {
      case NEXT_WORD -> task.withUnit(figure) + ", perplexity " + perplexity(Math.exp(loss));
      case ADDING -> task.lossName() + " " + figure;
      case TEMPORAL_ORDER, COPY_MEMORY -> task.withUnit(figure);
    };
  }

  private static String perplexity(double value) {
    return String.format(Locale.ROOT, value < MOST_SPELLED_OUT ? "%.1f" : "%.1e", value);
  }

  /** Formats a duration as the reports do. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 120) {
      return seconds < 10 ? String.format(Locale.ROOT, "%.1f s", seconds) : whole + " s";
    }
    return whole < 7200
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  static String bytes(long bytes) {
    double megabytes = bytes / 1e6;
    if (megabytes < 0.1) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return megabytes >= 1000
        ? String.format(Locale.ROOT, "%.1f GB", megabytes / 1000)
        : String.format(Locale.ROOT, "%.1f MB", megabytes);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
