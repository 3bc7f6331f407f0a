package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One experiment file, with its overrides.
 *
 * @param name a plain file name
 * @param base the settings that are not swept; a swept one has its fixed value or its default, no
 *     dialogues if only an axis names them
 * @param seeds one trial of each configuration for each
 * @param workers empty for one a core
 * @param thresholds what verdicts are judged by
 * @param sourceName the file as messages call it, with {@code /}
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
  /** More worker processes than this are a mistake on any machine. */
  public static final int MOST_WORKERS = 256;

  public Experiment {
    seeds = List.copyOf(seeds);
  }
}
