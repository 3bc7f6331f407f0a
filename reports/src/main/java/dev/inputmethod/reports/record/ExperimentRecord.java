package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked: {@code experiment.json} beside the trials, written before the first of them
 * starts.
 *
 * @param schema version of this form; {@link #SCHEMA}
 * @param question as the file asks it
 * @param source the experiment file's own text
 * @param sourceName the file's name as the user gave it
 * @param command what repeats the experiment, for the user's shell
 * @param axes swept settings by dotted path, with their values as texts
 * @param targetAxes those of the axes that change the targets, such as {@code data.minCount}: where
 *     there are any, configurations predict different words and are not ranked
 * @param trials names of every trial planned, in order; trials of other runs in the directory are
 *     not this experiment's
 * @param repeatedConfigurations how many points of the search space were equal to an earlier one,
 *     and so not run again
 * @param thresholds what verdicts are judged by
 */
public record ExperimentRecord(
    int schema,
    String experiment,
    Optional<String> question,
    String source,
    String sourceName,
    String command,
    Map<String, List<String>> axes,
    List<String> targetAxes,
    List<String> trials,
    int repeatedConfigurations,
    Thresholds thresholds) {
  /** The form written now. */
  public static final int SCHEMA = 1;

  public ExperimentRecord {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    axes.forEach((path, values) -> copy.put(path, List.copyOf(values)));
    axes = Collections.unmodifiableMap(copy);
    targetAxes = List.copyOf(targetAxes);
    trials = List.copyOf(trials);
  }

  /** Judged by the standard thresholds. */
  public ExperimentRecord(
      int schema,
      String experiment,
      Optional<String> question,
      String source,
      String sourceName,
      String command,
      Map<String, List<String>> axes,
      List<String> targetAxes,
      List<String> trials,
      int repeatedConfigurations) {
    this(
        schema,
        experiment,
        question,
        source,
        sourceName,
        command,
        axes,
        targetAxes,
        trials,
        repeatedConfigurations,
        Thresholds.STANDARD);
  }

  /** Whether its configurations predict the same words, so that one can be called better. */
  public boolean ranked() {
    return targetAxes.isEmpty();
  }
}
