package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A trial's figures on some dialogues.
 *
 * @param metrics by name, such as {@code perplexity} and {@code recallAt1}; those of the baselines
 *     begin with {@code baseline.}, such as {@code baseline.bigram.perplexity}
 * @param file where they are stored
 * @param missing why there are no baselines; empty when they are there
 */
public record Evaluated(
    String trial, Map<String, Double> metrics, Path file, Optional<String> missing) {
  public Evaluated {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
