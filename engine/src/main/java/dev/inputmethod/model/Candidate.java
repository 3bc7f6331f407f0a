package dev.inputmethod.model;

import java.util.List;

/**
 * A continuation: one or more words.
 *
 * @param words ids, in order
 * @param logProbability ln of the product of their probabilities, nats
 */
public record Candidate(List<Integer> words, double logProbability) {
  public Candidate {
    words = List.copyOf(words);
  }
}
