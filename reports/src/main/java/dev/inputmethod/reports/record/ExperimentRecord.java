package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked: {@code experiment.json} beside the trials, written before the first of them
 * starts.
 *
 * @param schema version of this format; {@link #SCHEMA}
 * @param question as the file asks it
 * @param source the experiment file's own text
 * @param sourceName the file's name as the user gave it
 * @param command what repeats the experiment, for the user's shell
 * @param axes swept settings by dotted path, with their values as texts
 * @param sweptSettings every setting that a value of an axis sets, by dotted path: what a map sets,
 *     one by one
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
    List<String> sweptSettings,
    List<String> targetAxes,
    List<String> trials,
    int repeatedConfigurations,
    Thresholds thresholds) {
  /** The version that is written now. */
  public static final int SCHEMA = 1;

  /** The axis whose values are maps of any settings. */
  public static final String ANY_SETTINGS = "settings";

  public ExperimentRecord {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    axes.forEach((path, values) -> copy.put(path, List.copyOf(values)));
    axes = Collections.unmodifiableMap(copy);
    sweptSettings = List.copyOf(sweptSettings);
    targetAxes = List.copyOf(targetAxes);
    trials = List.copyOf(trials);
  }

  /** Whether its configurations predict the same words, so that one can be called better. */
  public boolean ranked() {
    return targetAxes.isEmpty();
  }

  /**
   * Whether each configuration changes one thing of the first, which is the control that the others
   * are compared with.
   */
  public boolean hasControl() {
    return axes.keySet().equals(Set.of(ANY_SETTINGS));
  }
}
