package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial's figures on some dialogues.
 *
 * @param metrics by name, such as {@code perplexity} and {@code recallAt1}; those of the baselines
 *     begin with {@code baseline.}, such as {@code baseline.bigram.perplexity}
 * @param file where they are stored
 * @param notes what is to be known beside them, a sentence each: why there are no baselines, or
 *     that the trial has learned from these dialogues
 */
public record Evaluated(String trial, Map<String, Double> metrics, Path file, List<String> notes) {
  public Evaluated {
    notes = List.copyOf(notes);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
