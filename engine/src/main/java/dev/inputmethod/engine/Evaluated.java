package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial's figures on some dialogues.
 *
 * @param metrics by name, such as {@code perplexity} and {@code recallAt1}
 * @param file where they are stored
 */
public record Evaluated(String trial, Map<String, Double> metrics, Path file) {
  public Evaluated {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
