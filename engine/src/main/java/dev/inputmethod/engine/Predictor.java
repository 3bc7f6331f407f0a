package dev.inputmethod.engine;

import dev.inputmethod.sweep.Suggestion;
import java.util.List;

/** A loaded trial that predicts the next words of a text. */
public interface Predictor extends AutoCloseable {
  /** The name of the trial. */
  String trial();

  /**
   * Predicts for about two seconds so that later predictions are fast. Worth it before a user types
   * many lines, not before a single prediction.
   */
  void warmUp();

  /**
   * Returns the most probable next words.
   *
   * @param prefix the text typed so far; may be empty
   * @param count the maximum number of words
   */
  List<Suggestion> candidates(String prefix, int count);

  /**
   * Returns the most probable continuations of several words.
   *
   * @param words the number of words to predict
   * @param beam the width of the beam search; 1 is greedy
   * @return at most {@code beam} continuations, the most probable first
   */
  List<Suggestion> continuations(String prefix, int words, int beam);

  @Override
  void close();
}
