package dev.inputmethod.model;

import dev.inputmethod.task.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Searches for the most probable continuations, keeping the best few hypotheses at each word. A
 * beam of 1 is a greedy search. Special words are never offered; probabilities are the model's own,
 * which gives special words a share.
 */
public final class BeamSearch {
  /** Orders equal probabilities by id, so that the order is always the same. */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::logProbability)
          .reversed()
          .thenComparing(candidate -> candidate.words().get(candidate.words().size() - 1));

  private final WordProbabilities model;
  private final Prefix prefix;
  private final int specials;

  /**
   * @param prefix pads words into contexts
   * @param specials ids below this are never offered
   */
  public BeamSearch(WordProbabilities model, Prefix prefix, int specials) {
    this.model = model;
    this.prefix = prefix;
    this.specials = specials;
  }

  /**
   * The most probable continuations.
   *
   * @param before ids of the words typed so far
   * @param length words to add, at least 1
   * @param beam the most hypotheses that are kept, and candidates that are returned
   */
  public List<Candidate> search(List<Integer> before, int length, int beam) {
    List<Candidate> kept = List.of(new Candidate(List.of(), 0));
    for (int word = 0; word < length; word++) {
      kept = extend(before, kept, beam);
    }
    return kept;
  }

  private List<Candidate> extend(List<Integer> before, List<Candidate> kept, int beam) {
    List<List<Integer>> contexts = new ArrayList<>();
    for (Candidate candidate : kept) {
      contexts.add(joined(before, candidate.words()));
    }
    float[] logs = model.logProbabilities(prefix.batchOf(contexts));
    PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
    for (int row = 0; row < kept.size(); row++) {
      for (int word = specials; word < model.vocabularySize(); word++) {
        double log = kept.get(row).logProbability() + logs[row * model.vocabularySize() + word];
        if (best.size() < beam || log > best.element().logProbability()) {
          best.add(new Candidate(joined(kept.get(row).words(), List.of(word)), log));
          if (best.size() > beam) {
            best.remove();
          }
        }
      }
    }
    return best.stream().sorted(BEST_FIRST).toList();
  }

  private static List<Integer> joined(List<Integer> first, List<Integer> second) {
    List<Integer> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
