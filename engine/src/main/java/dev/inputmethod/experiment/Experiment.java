package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An experiment file with its overrides applied.
 *
 * @param name a plain file name
 * @param base the settings that are not swept; a swept setting has its fixed value or its default,
 *     and the dialogues are empty if only an axis gives them
 * @param seeds the seeds with which each configuration is trained
 * @param workers the number of workers; empty for one per core
 * @param thresholds the thresholds for verdicts
 * @param sourceName the file's name for messages, with {@code /} as separator
 * @param source the file's text
 */
public record Experiment(
    String name,
    Optional<String> question,
    TrialConfig base,
    SearchSpace searchSpace,
    List<Long> seeds,
    OptionalInt workers,
    Thresholds thresholds,
    String sourceName,
    String source) {
  /** The maximum number of workers; more would be a mistake on any machine. */
  public static final int MOST_WORKERS = 256;

  public Experiment {
    seeds = List.copyOf(seeds);
  }
}
