package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics of a trial on some dialogues.
 *
 * @param metrics the metrics by name, such as {@code perplexity} and {@code recallAt1}; names of
 *     the baselines' start with {@code baseline.}, as in {@code baseline.bigram.perplexity}
 * @param file the file that they are stored in
 * @param notes sentences that the user should read with them: why there are no baselines, or that
 *     the trial was trained on these dialogues
 */
public record Evaluated(String trial, Map<String, Double> metrics, Path file, List<String> notes) {
  public Evaluated {
    notes = List.copyOf(notes);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
